import { randomUUID } from 'node:crypto';
import { addWorkingDays } from '~/domain/institution/working-days.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import type { AlertHandling } from '~/domain/monitoring/alert-handling.ts';
import type { Intake } from '~/domain/monitoring/dedup.ts';
import type { Hit, Signal } from '~/domain/monitoring/signal.ts';
import type { Fact } from '~/domain/record/fact.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { rungOrders } from '~/server/monitoring/climb-ladder.ts';
import type { Evidence } from '~/server/monitoring/evidence.ts';
import { addAlert, changeAlert } from '~/server/monitoring/store.ts';
import { nameRecords, type WatchedLoan } from '~/server/monitoring/store-watch.ts';
import { writeCaseStep } from '~/server/monitoring/write-case-step.ts';

type Raising = {
  readonly loan: WatchedLoan;
  readonly facts: readonly Fact[];
  readonly intake: Intake;
  readonly signals: readonly Signal[];
  readonly handling: AlertHandling;
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
  if (intake.decision === 'raise') await addAlert(tx, newAlert(alertId, raising, evidence, clock.now()));
  else await changeAlert(tx, alertId, { evidence });
  const kind = intake.decision === 'merge' ? 'merged' : intake.escalates ? 'escalated' : 'raised';
  await writeCaseStep(tx, actor, {
    alertId,
    enterpriseId: loan.enterprise_id,
    institutionId: loan.institution_id,
    kind,
    party: 'system',
    tell: kind === 'merged' ? [] : ['bank', 'firm'],
    urgent: intake.hit.severity === 'red',
    jobs: kind === 'merged' ? [] : ladderOf(alertId, raising),
    consentId: raising.consentId,
    facts: { signal: intake.hit.signal, facts: [...intake.hit.factIds] },
  });
  return kind === 'merged' ? 'merged' : 'raised';
}

const ladderOf = (id: string, { intake, handling }: Raising) =>
  rungOrders({ id, severity: intake.hit.severity, raisedAt: clock.now() }, handling, 0);

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
    borrowerId: loan.borrower_id === loan.enterprise_id ? null : loan.borrower_id,
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
