import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addAgreement, findAppointments } from '~/server/loan/store-office.ts';

/**
 * The firm agrees that an office sees its name and contracts in the monthly list and the reminders, or takes that back; the next read
 * of the office follows it (征信条例 29: credit data go to others only with the subject's prior written consent).
 */
export function agreeOffice(
  actor: Actor,
  officeId: string,
  decision: 'given' | 'withdrawn',
): Promise<Result<null, { readonly code: 'loan.office-gone' }>> {
  const { enterpriseId, userId } = asFirm(actor);
  return withActor(actor, async (tx) => {
    const offices = await findAppointments(tx);
    const live = offices.some((o) => o.office_id === officeId && (decision === 'withdrawn' || !o.ended_at));
    if (!live) return refuse({ code: 'loan.office-gone' });
    const decided = { decidedBy: userId, decidedAt: clock.now() };
    await addAgreement(tx, { enterpriseId, id: randomUUID(), officeId, decision, ...decided });
    await appendAudit(tx, actor, {
      action: decision === 'given' ? 'loan.office-agreed' : 'loan.office-agreement-withdrawn',
      enterpriseId,
      purpose: 'post-loan',
      detail: { officeId },
    });
    return accept(null);
  });
}
