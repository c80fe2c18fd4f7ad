import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { caseAsOf, type DaysAsked, daysOf, firmAsOf } from '~/server/application/as-of.ts';
import type { AsOf } from '~/server/application/show-as-of.ts';
import { findApplication } from '~/server/application/store.ts';
import { partiesOf } from '~/server/application/store-party.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';

/**
 * The audit role looks at a decision with everything that was known then, sealed records included (domain.md edge case 4).
 * The look and its reason stand in the firm's log.
 */
export function replayApplication(
  actor: Actor,
  { id, reason, ...asked }: DaysAsked & { readonly id: string; readonly reason: string },
): Promise<Result<AsOf, { readonly code: 'application.not-found' }>> {
  if (asPerson(actor).role !== 'audit-admin') throw new Error('only the audit role replays a decision whole');
  return withActor(actor, async (tx) => {
    const application = await findApplication(tx, id);
    if (!application) return refuse({ code: 'application.not-found' });
    const days = daysOf(application, asked);
    const { firm } = await partiesOf(tx, application);
    await appendAudit(tx, actor, {
      action: 'application.replayed',
      enterpriseId: application.enterpriseId,
      detail: { applicationId: id, on: days.on, to: days.to, reason },
    });
    const own = await caseAsOf(tx, application, days);
    const known = await firmAsOf(tx, application, days, 'whole');
    return accept({ firm, ...own, known: { granted: true, ...known } });
  });
}
