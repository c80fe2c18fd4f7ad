import type { Permit } from '~/domain/consent/check-use.ts';
import type { BranchId, EnterpriseId, InstitutionId } from '~/domain/kernel/id.ts';
import { curedAlerts, intakeOf, supersededBy } from '~/domain/monitoring/dedup.ts';
import { evaluateSignals } from '~/domain/monitoring/evaluate.ts';
import { itemsOfSignal, type Signal } from '~/domain/monitoring/signal.ts';
import type { Fact } from '~/domain/record/fact.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { inChainOrder } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { permitMany } from '~/server/consent/permit-many.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';
import type { Reader, Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { clearCured } from '~/server/monitoring/clear-cured.ts';
import { findRaising } from '~/server/monitoring/find-raising.ts';
import { raiseAlerts } from '~/server/monitoring/raise-alert.ts';
import { readHandling } from '~/server/monitoring/read-handling.ts';
import { movedBy, noArrears, screenLoans } from '~/server/monitoring/screen-loans.ts';
import { findArrears, findSignalVersions } from '~/server/monitoring/store-screen.ts';
import { type Share, siftBetween, siftTouched } from '~/server/monitoring/store-sieve.ts';
import {
  findBatchItems,
  findFactsOfFirms,
  findKnownAlerts,
  findPageEnd,
  findPlaces,
  findPublicItems,
  noFacts,
  type WatchedLoan,
} from '~/server/monitoring/store-watch.ts';
import { type CaseStep, writeCaseSteps } from '~/server/monitoring/write-case-step.ts';
import { findInForce } from '~/server/policy/store.ts';

export type Watched = {
  readonly loans: number;
  readonly raised: number;
  readonly merged: number;
  readonly cleared: number;
};

/** The signals in force today. */
export async function signalsToday(tx: Tx): Promise<Signal[]> {
  const rows = await findInForce(tx, 'signal', clock.today());
  return rows.map((row) => ({ code: row.code, version: row.version, body: row.body }) as unknown as Signal);
}

/**
 * Live loans of which one of the signals that a batch bears on may have something new to say, told apart outside of any
 * transaction that writes.
 */
export async function touchedBy(
  batchId: string,
): Promise<{ readonly loans: WatchedLoan[]; readonly signals: Signal[] }> {
  const all = await withActor(system('monitoring.watch'), signalsToday);
  const versions = await withBatchTransaction(findSignalVersions);
  const brought = await withBatchTransaction(async (tx) => findBatchItems(tx, batchId));
  const signals = movedBy(
    all,
    brought.map(({ item }) => item),
    versions,
  );
  if (signals.length === 0) return { loans: [], signals };
  const ofMoved = versions.filter(({ code }) => signals.some((signal) => signal.code === code));
  const records = brought.reduce((sum, each) => sum + each.records, 0);
  const loans = await inShares(records, (tx, share) =>
    siftTouched(tx, batchId, { signals, today: clock.today(), share }, ofMoved),
  );
  return { loans, signals };
}

/** Of the next live loans in the order of their ids those that a new day may bring something for, and where they end. */
export async function nextOfDay(
  after: string,
  atOnce: number,
  signals: readonly Signal[],
): Promise<{ readonly loans: WatchedLoan[]; readonly last: string } | null> {
  const last = await withBatchTransaction((tx) => findPageEnd(tx, after, atOnce));
  if (last === null) return null;
  const loans = await inShares(atOnce, (tx, share) =>
    siftBetween(tx, [after, last], { signals, today: clock.today(), share }),
  );
  return { loans, last };
}

const worthTwo = 1_000;

/** Asks of many firms by two connections at once, since the database spends most of the time. */
async function inShares<Row>(
  size: number,
  ask: (tx: Reader, share: Share) => Promise<Row[]>,
): Promise<Row[]> {
  const of = size < worthTwo ? 1 : 2;
  const parts = Array.from({ length: of }, (_, part) => withBatchTransaction((tx) => ask(tx, { part, of })));
  return (await Promise.all(parts)).flat();
}

/** Of some loans those that are worth a closer look, told apart outside of any transaction that writes. */
export const screened = (loans: readonly WatchedLoan[], signals: readonly Signal[]): Promise<WatchedLoan[]> =>
  withBatchTransaction((tx) => screenLoans(tx, loans, signals, clock.today()));

/**
 * Looks at live loans under a live monitoring consent: raises, merges and clears alerts. Those of which nothing new can be said are
 * told by sets and left alone. Looking twice finds nothing new. In the caller's transaction, as the platform.
 */
export async function watchLoans(
  tx: Tx,
  actor: Actor,
  loans: readonly WatchedLoan[],
  batchId: string | null = null,
): Promise<Watched> {
  const signals = await signalsToday(tx);
  return lookClosely(tx, actor, await screenLoans(tx, loans, signals, clock.today()), signals, batchId);
}

/**
 * Looks at each of some loans under its own consent; `loans` counts those that may be looked at. What is read and written is asked
 * for all of them together, in the order of the firms' chains.
 */
export async function lookClosely(
  tx: Tx,
  actor: Actor,
  loans: readonly WatchedLoan[],
  signals: readonly Signal[],
  batchId: string | null = null,
): Promise<Watched> {
  const permitted = await permittedLoans(
    tx,
    inChainOrder(loans, (each) => each.enterprise_id),
  );
  if (permitted.length === 0) return { loans: 0, raised: 0, merged: 0, cleared: 0 };
  const handling = await readHandling(tx, clock.today());
  const seen = await seeLoans(tx, permitted, signals);
  const raisings = seen.flatMap(({ loan, consentId, facts, hits, known }) =>
    hits.map((hit) => {
      const intake = intakeOf(hit, known, clock.today(), handling.dedupWindowDays);
      const superseded = intake.decision === 'raise' ? supersededBy(hit, known) : [];
      return { loan, facts, intake, superseded, signals, handling, batchId, consentId };
    }),
  );
  const steps = await raiseAlerts(tx, raisings);
  for (const { loan, cured } of seen)
    for (const alert of cured) steps.push(await clearCured(tx, loan, alert.id));
  await writeCaseSteps(
    tx,
    actor,
    inChainOrder(steps, (step) => step.enterpriseId),
  );
  const count = (...kinds: readonly CaseStep['kind'][]) =>
    steps.filter(({ kind }) => kinds.includes(kind)).length;
  return {
    loans: permitted.length,
    raised: count('raised', 'escalated'),
    merged: count('merged'),
    cleared: count('cleared'),
  };
}

type Permitted = { readonly loan: WatchedLoan; readonly permit: Permit };

/**
 * The loans whose firms agreed that the lender watches them, as of now; their consents stay locked. Who took a loan over agreed
 * for itself: no consent came along (PIPL 22–23), and what it gives names the lender, not the application. A consent that names
 * a branch serves loans that lie there or with the head office.
 */
async function permittedLoans(tx: Tx, loans: readonly WatchedLoan[]): Promise<Permitted[]> {
  const places = await findPlaces(tx, loans);
  const verdicts = await permitMany(
    tx,
    loans.map((loan) => ({
      enterpriseId: loan.enterprise_id as EnterpriseId,
      institutionId: loan.institution_id as InstitutionId,
      branchId: (places.get(loan.application_id) ?? null) as BranchId | null,
      purpose: 'post-loan',
      items: 'granted',
      fetchType: 'periodic',
      // a consent given with an offer serves that product alone
      ...(loan.enterprise_id === loan.borrower_id && { applicationId: loan.application_id }),
    })),
  );
  return loans.flatMap((loan, n) => {
    const verdict = verdicts[n];
    return verdict?.ok ? [{ loan, permit: verdict.value }] : []; // without a live monitoring consent nothing is looked at
  });
}

/** What the signals say of each loan by the records that its lender may see. */
async function seeLoans(tx: Tx, permitted: readonly Permitted[], signals: readonly Signal[]) {
  const today = clock.today();
  const loans = permitted.map(({ loan }) => loan);
  const publicItems = await findPublicItems(tx);
  const alerts = await findKnownAlerts(tx, loans);
  const raising = await findRaising(tx, [...alerts.values()].flat(), signals);
  const items = [...new Set([...signals, ...raising].flatMap(itemsOfSignal))];
  const firms = [...new Set(loans.map((loan) => loan.enterprise_id))];
  const found = await findFactsOfFirms(tx, firms, items);
  const arrearsOf = await findArrears(
    tx,
    [...new Set(loans.map((loan) => loan.borrower_id))],
    loans.map((loan) => loan.id),
    today,
  );
  return permitted.map(({ loan, permit }) => {
    const open = new Set([...permit.items, ...publicItems]);
    const { shown, all } = found.get(loan.enterprise_id) ?? noFacts;
    const arrears = arrearsOf.get(loan.id) ?? noArrears;
    const opened = (some: readonly Fact[]) => some.filter((fact) => open.has(fact.item));
    const judged = (facts: readonly Fact[], by: readonly Signal[]) =>
      evaluateSignals({ loanId: loan.id, facts, arrears }, by, today);
    const facts = opened(shown);
    const hits = judged(facts, signals);
    // A record that is suspended while disputed raises nothing, and its alert is not cured by that.
    const standing = all.length === shown.length ? hits : judged(opened(all), signals);
    const known = alerts.get(`${loan.id} ${loan.enterprise_id}`) ?? [];
    const cured = curedAlerts(known, standing, judged(opened(all), raising));
    return { loan, consentId: permit.consentId, facts, hits, known, cured };
  });
}
