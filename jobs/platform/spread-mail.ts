import type { Handler } from '#jobs/handler.ts';
import { spreadMail as spread } from '~/server/platform/spread-mail.ts';

/** Says who hears of a message by mail, once. */
export const spreadMail: Handler<'platform.spread-mail'> = async ({ notificationId }, { actor, once }) => {
  await once((tx) => spread(tx, actor, notificationId));
};
