import type { Handler } from '#jobs/handler.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { setDecisionClocks } from '~/server/restatement/set-clocks.ts';

/** A dispute began or ended: the clocks of the firm's open applications follow. */
export const setClocks: Handler<'restatement.set-clocks'> = async ({ enterpriseId }, run) => {
  await run.once(async (tx) => {
    await setDecisionClocks(tx, run.actor, enterpriseId as EnterpriseId);
  });
};
