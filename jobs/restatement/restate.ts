import type { Handler } from '#jobs/handler.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { restate } from '~/server/restatement/restate.ts';

/** A record changed by decision of a case. */
export const restateFirm: Handler<'restatement.restate'> = async ({ enterpriseId, ref, cause }, run) => {
  await run.once((tx) => restate(tx, run.actor, { enterpriseId: enterpriseId as EnterpriseId, ref, cause }));
};
