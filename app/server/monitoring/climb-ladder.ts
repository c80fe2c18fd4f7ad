import { addWorkingHours } from '~/domain/institution/working-hours.ts';
import { dayAt } from '~/domain/kernel/day.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { type AlertHandling, type Rung, rungAt } from '~/domain/monitoring/alert-handling.ts';
import type { Severity } from '~/domain/monitoring/case.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { findPlatform } from '~/server/institution/store-names.ts';
import { readHandling } from '~/server/monitoring/read-handling.ts';
import { findLadderCase } from '~/server/monitoring/store-ladder.ts';
import { writeCaseStep } from '~/server/monitoring/write-case-step.ts';
import { notify } from '~/server/platform/notify.ts';

type Case = { readonly id: string; readonly severity: Severity; readonly raisedAt: Date };

/** The order to look at a case when the n-th rung of its ladder is due, in working hours since it was raised; none above the top. */
export function rungOrders({ id, severity, raisedAt }: Case, handling: AlertHandling, n: number) {
  const rung = rungAt(handling, severity, n);
  if (!rung) return [];
  const dueAt = addWorkingHours(raisedAt, rung.afterWorkingHours, handling.workingHours);
  const waitMs = Math.max(0, dueAt.getTime() - clock.now().getTime());
  const notBefore = new Date(Date.now() + waitMs); // the queue lives by the machine's clock, not by the business day
  return [{ name: 'monitoring.climb-ladder' as const, payload: { alertId: id, rung: n }, notBefore }];
}

/**
 * A rung of the escalation ladder: where the lender did nothing about a live case yet, the next people hear of it, urgently, and
 * the rung after is ordered. A case that was closed or that the lender took up ends the climb. The rules are those of the day the
 * case was raised, so that a new version moves no rung of a case under way.
 */
export async function climbLadder(tx: Tx, actor: Actor, alertId: string, n: number): Promise<void> {
  const found = await findLadderCase(tx, alertId);
  if (!found || found.state === 'closed' || found.taken_up) return;
  const handling = await readHandling(tx, dayAt(found.raised_at));
  const rung = rungAt(handling, found.severity, n);
  if (!rung) return;
  await tell(tx, alertId, found.institution_id as InstitutionId, rung);
  await writeCaseStep(tx, actor, {
    alertId,
    enterpriseId: found.enterprise_id,
    institutionId: found.institution_id,
    kind: 'reminded',
    party: 'system',
    tell: [],
    facts: { rung: n, house: rung.house, roles: rung.roles },
    jobs: rungOrders({ id: alertId, severity: found.severity, raisedAt: found.raised_at }, handling, n + 1),
  });
}

async function tell(tx: Tx, alertId: string, lender: InstitutionId, { house, roles }: Rung): Promise<void> {
  const houses = house === 'lender' ? [lender] : await findPlatform(tx);
  if (houses.length === 0) throw new Error('no institution of the platform to escalate to');
  const href = house === 'lender' ? `/bank/alerts/${alertId}` : `/operator/alerts/${alertId}`;
  const notice = { kind: 'monitoring.left-alone', params: {}, urgent: true };
  for (const institutionId of houses) await notify(tx, { ...notice, to: { institutionId }, roles, href });
}
