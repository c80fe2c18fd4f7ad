import type { Handler } from '#jobs/handler.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { restate } from '~/server/restatement/restate.ts';
import { changedByBatch } from '~/server/restatement/store.ts';

/** Records of registered firms that a batch corrected or revoked, each firm in a transaction of its own. */
export const followBatch: Handler<'restatement.follow-batch'> = async ({ batchId }, run) => {
  const changed = await withActor(run.actor, (tx) => changedByBatch(tx, batchId));
  for (const enterpriseId of new Set(changed.map((each) => each.enterpriseId)))
    await run.once(async (tx) => {
      for (const { ref, op } of changed.filter((each) => each.enterpriseId === enterpriseId))
        await restate(tx, run.actor, {
          enterpriseId,
          ref,
          cause: op === 'revoke' ? 'revocation' : 'correction',
        });
    }, enterpriseId);
};
