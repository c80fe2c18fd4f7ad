import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { endAppointment } from '~/server/loan/store-office.ts';

/** Ends an appointment: from now on the office gets neither list nor reminder by it. */
export function endOffice(
  actor: Actor,
  id: string,
): Promise<Result<null, { readonly code: 'loan.office-gone' }>> {
  const { userId } = asPerson(actor);
  return withActor(actor, async (tx) => {
    const { count } = await endAppointment(tx, id, userId, clock.now());
    if (count === 0) return refuse({ code: 'loan.office-gone' });
    await appendAudit(tx, actor, { action: 'loan.office-ended', detail: { id } });
    return accept(null);
  });
}
