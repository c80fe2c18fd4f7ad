import { randomUUID } from 'node:crypto';
import { addWorkingDays } from '~/domain/institution/working-days.ts';
import { addDays, startOf } from '~/domain/kernel/day.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import type { AlertHandling } from '~/domain/monitoring/alert-handling.ts';
import type { Intake } from '~/domain/monitoring/dedup.ts';
import type { Signal } from '~/domain/monitoring/signal.ts';
import type { Fact } from '~/domain/record/fact.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { rungOrders } from '~/server/monitoring/climb-ladder.ts';
import type { Evidence } from '~/server/monitoring/evidence.ts';
import { addAlerts, changeAlert } from '~/server/monitoring/store.ts';
import { type NamedRecord, nameRecords, type WatchedLoan } from '~/server/monitoring/store-watch.ts';
import type { CaseStep } from '~/server/monitoring/write-case-step.ts';

export type Raising = {
  readonly loan: WatchedLoan;
  readonly facts: readonly Fact[];
  readonly intake: Intake;
  readonly signals: readonly Signal[];
  readonly handling: AlertHandling;
  readonly batchId: string | null;
  readonly consentId: ConsentId;
};

type Told = Raising & { readonly intake: Exclude<Intake, { decision: 'nothing-new' }> };

const isNews = (raising: Raising): raising is Told => raising.intake.decision !== 'nothing-new';

/**
 * Carries out what was decided about hits: a new case each with evidence, severity and deadline at the lending bank, or new
 * evidence in a live one. Returns the steps of the cases, for the caller to write in the order of the firms: firm and bank are
 * told, and the disclosure stands in the firm's chain with its consent.
 */
export async function raiseAlerts(tx: Tx, raisings: readonly Raising[]): Promise<CaseStep[]> {
  const news = raisings.filter(isNews);
  if (news.length === 0) return [];
  const at = clock.now();
  const names = await namesOf(tx, news);
  const cases = news.map((raising) => ({
    raising,
    evidence: evidenceOf(raising, names),
    alertId: raising.intake.decision === 'raise' ? randomUUID() : raising.intake.into,
  }));
  const [fresh, more] = [true, false].map((raises) =>
    cases.filter(({ raising }) => (raising.intake.decision === 'raise') === raises),
  );
  await addAlerts(
    tx,
    (fresh ?? []).map(({ alertId, raising, evidence }) => newAlert(alertId, raising, evidence, at)),
  );
  for (const { alertId, evidence } of more ?? []) await changeAlert(tx, alertId, { evidence });
  return cases.map(({ alertId, raising }) => stepOf(alertId, raising));
}

function stepOf(alertId: string, raising: Told): CaseStep {
  const { loan, intake, consentId } = raising;
  const kind = intake.decision === 'merge' ? 'merged' : intake.escalates ? 'escalated' : 'raised';
  return {
    alertId,
    enterpriseId: loan.enterprise_id,
    institutionId: loan.institution_id,
    kind,
    party: 'system',
    tell: kind === 'merged' ? [] : ['bank', 'firm'],
    urgent: intake.hit.severity === 'red',
    jobs: kind === 'merged' ? [] : ladderOf(alertId, raising),
    consentId,
    facts: { signal: intake.hit.signal, facts: [...intake.hit.factIds] },
  };
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

/** The names of all records that some hits rest on, by record. */
async function namesOf(tx: Tx, news: readonly Told[]): Promise<Map<string, NamedRecord>> {
  const keys = news.flatMap(({ loan, intake }) =>
    intake.hit.factIds.map((id) => [loan.enterprise_id, id] as const),
  );
  const named = await nameRecords(
    tx,
    keys.map(([firm]) => firm),
    keys.map(([, id]) => id),
  );
  return new Map(named.map((record) => [record.factId, record]));
}

function evidenceOf({ intake: { hit }, facts }: Told, names: ReadonlyMap<string, NamedRecord>): Evidence {
  const rests = new Set<string>(hit.factIds);
  const records = facts.flatMap((fact) => {
    const named = rests.has(fact.id) ? names.get(fact.id) : undefined;
    if (!named) return [];
    const { occurredOn, quantity, category } = fact;
    const amountFen = fact.amount === null ? null : fact.amount.toString();
    return [{ ...named, occurredOn, amountFen, quantity, category, knownAt: fact.knownAt.toISOString() }];
  });
  return { figures: { ...hit.figures }, records };
}
