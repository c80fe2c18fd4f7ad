import { randomUUID } from 'node:crypto';
import { batchFollowers } from '#jobs/contract.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { effectOf } from '~/domain/record/three-way.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { addVerdictRow, findDecided } from '~/server/record/store-verdict.ts';

/**
 * Carries out a verdict: a correction, a revocation or a new record, the older versions staying readable. A record that
 * changed since the comparison is left alone and the log says so: the next comparison finds it again.
 */
export function settleConflict(actor: Actor, conflictId: string): Promise<void> {
  return withBatchTransaction(async (tx) => {
    const decided = await findDecided(tx, conflictId);
    if (!decided) return;
    const enterpriseId = decided.enterpriseId as EnterpriseId;
    const op = effectOf(decided.held, decided.chosen, (a, b) => a === b);
    const isStale = !decided.unchanged || (op === 'assert' && decided.hasHistory);
    const line = { action: 'record.conflict-settled', enterpriseId };
    if (op === 'none' || isStale)
      return appendAudit(tx, actor, {
        ...line,
        outcome: 'refused',
        detail: { conflictId, op, stale: isStale },
      });
    const batchId = randomUUID();
    await addVerdictRow(tx, decided, { conflictId, batchId, op, at: clock.now() });
    await appendAudit(tx, actor, { ...line, detail: { conflictId, op, batchId } });
    await recordChange(tx, actor, {
      kind: 'record.conflict-settled',
      enterpriseId,
      subjectId: batchId,
      payload: { op },
      jobs: batchFollowers.map((name) => ({ name, payload: { batchId } })),
    });
  });
}
