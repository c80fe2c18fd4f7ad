import type { Handler } from '#jobs/handler.ts';
import { spreadWebhook as spread } from '~/server/institution/spread-webhook.ts';

/** Makes the messages of one step, once. */
export const spreadWebhook: Handler<'institution.spread-webhook'> = async (what, { actor, once }) => {
  await once((tx) => spread(tx, actor, what));
};
