import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { changeRun, lockRun } from '~/server/subsidy/store-runs.ts';

export type ResumeRefusal =
  | { readonly code: 'subsidy.run-not-found' }
  | { readonly code: 'subsidy.run-not-approved' };

/** Pays on after a pool was short: what is paid already stays paid. */
export function resumePayment(actor: Actor, runId: string): Promise<Result<null, ResumeRefusal>> {
  return withActor(actor, async (tx) => {
    const run = await lockRun(tx, runId);
    if (!run) return refuse({ code: 'subsidy.run-not-found' });
    if (run.state !== 'approved') return refuse({ code: 'subsidy.run-not-approved' });
    await changeRun(tx, runId, { note: null });
    const attempt = clock.now().getTime();
    await recordChange(tx, actor, {
      kind: 'subsidy.payment-resumed',
      subjectId: runId,
      jobs: [{ name: 'subsidy.pay-run', payload: { runId, attempt } }],
    });
    await appendAudit(tx, actor, { action: 'subsidy.payment-resumed', detail: { runId } });
    return accept(null);
  });
}
