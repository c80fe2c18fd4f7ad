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
import { ownersOf } from '~/server/monitoring/owners-of.ts';
import { addAlerts, changeAlert } from '~/server/monitoring/store.ts';
import { type NamedRecord, nameRecords, type WatchedLoan } from '~/server/monitoring/store-watch.ts';
import type { CaseStep } from '~/server/monitoring/write-case-step.ts';

export type Raising = {
  readonly loan: WatchedLoan;
  readonly facts: readonly Fact[];
  readonly intake: Intake;
  /** Live cases of the same matter that a new one takes over. */
  readonly superseded: readonly string[];
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
  const names = await namesOf(tx, news);
  const cases = news.map((raising) => ({
    raising,
    evidence: evidenceOf(raising, names),
    alertId: raising.intake.decision === 'raise' ? randomUUID() : raising.intake.into,
  }));
  const [fresh, more] = [true, false].map((raises) =>
    cases.filter(({ raising }) => (raising.intake.decision === 'raise') === raises),
  );
  const owners = await ownersOf(tx, fresh ?? []);
  const [at, ownerOf] = [clock.now(), (id: string) => owners.get(id) ?? null];
  await addAlerts(
    tx,
    (fresh ?? []).map((each) => ({ ...newAlert(each, at), ownerId: ownerOf(each.alertId) })),
  );
  for (const { alertId, evidence } of more ?? [])
    await changeAlert(tx, alertId, { evidence, snoozedUntil: null }); // new evidence wakes it
  const taken: CaseStep[] = [];
  for (const each of fresh ?? []) taken.push(...(await takeOver(tx, each, at)));
  return [...cases.map((each) => stepOf(each, ownerOf(each.alertId))), ...taken];
}

type Fresh = { readonly alertId: string; readonly raising: Told; readonly evidence: Evidence };

/** The case takes over the lower ones of its matter: one matter, one clock. */
async function takeOver(tx: Tx, { alertId, raising }: Fresh, at: Date): Promise<CaseStep[]> {
  const { enterprise_id: enterpriseId, institution_id: institutionId } = raising.loan;
  const steps: CaseStep[] = [];
  for (const lower of raising.superseded) {
    await changeAlert(tx, lower, {
      state: 'closed',
      closedAt: at,
      escalatedInto: alertId,
      snoozedUntil: null,
    });
    const about = { alertId: lower, enterpriseId, institutionId, facts: { into: alertId } };
    steps.push({ ...about, kind: 'superseded', party: 'system', tell: [] });
  }
  return steps;
}

function stepOf({ alertId, raising }: Fresh, owner: string | null): CaseStep {
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
    owner,
    jobs: kind === 'merged' ? [] : ladderOf(alertId, raising),
    consentId,
    facts: { signal: intake.hit.signal, facts: [...intake.hit.factIds] },
  };
}

const ladderOf = (id: string, { intake, handling }: Raising) =>
  rungOrders({ id, severity: intake.hit.severity, raisedAt: clock.now() }, handling, 0);

function newAlert({ alertId: id, raising, evidence }: Fresh, at: Date) {
  const { loan, intake, signals, batchId } = raising;
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
