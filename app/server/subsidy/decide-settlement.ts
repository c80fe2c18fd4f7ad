import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { changeRun, lockRun } from '~/server/subsidy/store-runs.ts';

export type DecideRefusal =
  | { readonly code: 'subsidy.run-not-found' }
  | { readonly code: 'subsidy.run-not-proposed' }
  | { readonly code: 'subsidy.maker-is-checker' };

/** The second person approves a settlement, which then is paid by a job, or rejects it with a note. */
export function decideSettlement(
  actor: Actor,
  runId: string,
  answer: 'approve' | 'reject',
  note: string | null,
): Promise<Result<'approved' | 'rejected', DecideRefusal>> {
  const by = asPerson(actor);
  return withActor(actor, async (tx) => {
    const run = await lockRun(tx, runId);
    if (!run) return refuse({ code: 'subsidy.run-not-found' });
    if (run.state !== 'proposed') return refuse({ code: 'subsidy.run-not-proposed' });
    if (run.orderedBy === by.userId) return refuse({ code: 'subsidy.maker-is-checker' });
    const state = answer === 'approve' ? 'approved' : 'rejected';
    await changeRun(tx, runId, { state, decidedBy: by.userId, decidedAt: clock.now(), note });
    await recordChange(tx, actor, {
      kind: `subsidy.settlement-${state}`,
      subjectId: runId,
      payload: { quarter: run.quarter },
      jobs: state === 'approved' ? [{ name: 'subsidy.pay-run', payload: { runId, attempt: 1 } }] : [],
    });
    const action =
      state === 'approved' ? 'subsidy.settlement-approved' : ('subsidy.settlement-rejected' as const);
    await appendAudit(tx, actor, { action, detail: { runId, quarter: run.quarter } });
    return accept(state);
  });
}
