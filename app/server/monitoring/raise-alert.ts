import { randomUUID } from 'node:crypto';
import { addWorkingDays } from '~/domain/application/clock.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import type { ConsentId, EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Intake } from '~/domain/monitoring/dedup.ts';
import type { Hit, Signal } from '~/domain/monitoring/signal.ts';
import type { Fact } from '~/domain/record/fact.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import type { Evidence } from '~/server/monitoring/evidence.ts';
import { addAlert, addAlertEvent, changeAlert } from '~/server/monitoring/store.ts';
import { nameRecords, type WatchedLoan } from '~/server/monitoring/store-watch.ts';
import { notify } from '~/server/platform/notify.ts';

type Raising = {
  readonly loan: WatchedLoan;
  readonly facts: readonly Fact[];
  readonly intake: Intake;
  readonly signals: readonly Signal[];
  readonly batchId: string | null;
  readonly consentId: ConsentId;
};

/**
 * Carries out what was decided about a hit: a new case with evidence, severity and deadline at the lending bank, or new
 * evidence in a live one. Firm and bank are told; the disclosure stands in the firm's chain with its consent.
 */
export async function raiseAlert(
  tx: Tx,
  actor: Actor,
  raising: Raising,
): Promise<'raised' | 'merged' | null> {
  const { loan, intake } = raising;
  if (intake.decision === 'nothing-new') return null;
  const evidence = await evidenceOf(tx, loan, intake.hit, raising.facts);
  const alertId = intake.decision === 'raise' ? randomUUID() : intake.into;
  const at = clock.now();
  if (intake.decision === 'raise') await addAlert(tx, newAlert(alertId, raising, evidence, at));
  else await changeAlert(tx, alertId, { evidence });
  const about = {
    enterpriseId: loan.enterprise_id as EnterpriseId,
    institutionId: loan.institution_id as InstitutionId,
  };
  const kind = intake.decision === 'merge' ? 'merged' : intake.escalates ? 'escalated' : 'raised';
  await addAlertEvent(tx, {
    ...about,
    alertId,
    kind,
    at,
    userId: null,
    userName: '',
    party: 'system',
    text: '',
  });
  if (kind !== 'merged') await tell(tx, about, kind, alertId);
  await recordChange(tx, actor, {
    ...about,
    kind: `monitoring.${kind}`,
    subjectId: alertId,
    payload: { signal: intake.hit.signal },
  });
  await appendAudit(tx, actor, {
    action: `monitoring.${kind}`,
    enterpriseId: about.enterpriseId,
    purpose: 'post-loan',
    consentId: raising.consentId,
    detail: {
      alertId,
      signal: intake.hit.signal,
      institutionId: about.institutionId,
      facts: [...intake.hit.factIds],
    },
  });
  return kind === 'merged' ? 'merged' : 'raised';
}

async function tell(
  tx: Tx,
  to: { enterpriseId: EnterpriseId; institutionId: InstitutionId },
  kind: string,
  alertId: string,
) {
  const notice = { kind: `monitoring.${kind}`, params: {} };
  await notify(tx, { ...notice, to: { institutionId: to.institutionId }, href: `/bank/alerts/${alertId}` });
  await notify(tx, { ...notice, to: { enterpriseId: to.enterpriseId }, href: `/my/alerts/${alertId}` });
}

function newAlert(id: string, { loan, intake, signals, batchId }: Raising, evidence: Evidence, at: Date) {
  const { hit } = intake;
  const signal = signals.find((s) => s.code === hit.signal);
  if (!signal) throw new Error(`signal ${hit.signal} is not in force`);
  const lastDay = addWorkingDays(clock.today(), signal.body.deadlineWorkingDays[hit.severity]);
  return {
    enterpriseId: loan.enterprise_id,
    id,
    institutionId: loan.institution_id,
    loanId: loan.id,
    signalCode: hit.signal,
    signalVersion: hit.version,
    severity: hit.severity,
    groupKey: hit.groupKey,
    raisedAt: at,
    dueAt: startOf(addDays(lastDay, 1)), // the whole last day may be used
    batchId,
    evidence,
  };
}

async function evidenceOf(tx: Tx, loan: WatchedLoan, hit: Hit, facts: readonly Fact[]): Promise<Evidence> {
  const names = new Map(
    (await nameRecords(tx, loan.enterprise_id, hit.factIds)).map((named) => [named.factId, named]),
  );
  const records = facts.flatMap((fact) => {
    const named = names.get(fact.id);
    if (!named) return [];
    const { occurredOn, quantity, category } = fact;
    const amountFen = fact.amount === null ? null : fact.amount.toString();
    return [{ ...named, occurredOn, amountFen, quantity, category, knownAt: fact.knownAt.toISOString() }];
  });
  return { figures: { ...hit.figures }, records };
}
