import type { Handler } from '#jobs/handler.ts';
import { postGuaranteeEvent } from '~/server/guarantee/post-event.ts';

/** Posts money that a guarantor recorded, as the platform: nobody else moves money in the ledger. */
export const postEvent: Handler<'guarantee.post-event'> = async ({ eventId }, run) => {
  await run.once((tx) => postGuaranteeEvent(tx, run.actor, eventId));
};
