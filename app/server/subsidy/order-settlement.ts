import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Quarter, quarterEnd } from '~/domain/subsidy/quarter.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addRun } from '~/server/subsidy/store-runs.ts';

export type OrderRefusal =
  | { readonly code: 'subsidy.quarter-not-over'; readonly field: 'quarter' }
  | { readonly code: 'subsidy.settlement-open' };

/** Orders the settlement of a quarter: a job works out every entitlement; a second person approves what it proposes. */
export function orderSettlement(actor: Actor, quarter: Quarter): Promise<Result<string, OrderRefusal>> {
  const by = asPerson(actor);
  return withActor(actor, async (tx) => {
    if (quarterEnd(quarter) > clock.today())
      return refuse({ code: 'subsidy.quarter-not-over', field: 'quarter' });
    const id = randomUUID();
    const added = await addRun(tx, { id, quarter, orderedBy: by.userId, orderedAt: clock.now() });
    if (!added) return refuse({ code: 'subsidy.settlement-open' });
    await recordChange(tx, actor, {
      kind: 'subsidy.settlement-ordered',
      subjectId: id,
      payload: { quarter },
      jobs: [{ name: 'subsidy.compute-run', payload: { runId: id } }],
    });
    await appendAudit(tx, actor, { action: 'subsidy.settlement-ordered', detail: { runId: id, quarter } });
    return accept(id);
  });
}
