import type { Handler } from '#jobs/handler.ts';
import { clock } from '~/server/clock.ts';
import { bringIntoForce as bring } from '~/server/product/bring-into-force.ts';

/** An approved version whose day has come goes on the shelf; a later one waits for its day. */
export const bringIntoForce: Handler<'product.bring-into-force'> = async ({ draftId }, run) => {
  await run.once((tx) => bring(tx, run.actor, draftId, clock.today()));
};
