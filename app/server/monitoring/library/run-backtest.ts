import type { Day } from '~/domain/kernel/day.ts';
import {
  backtestLoan,
  type RememberedLoan,
  type TestedAlert,
  type TestedDays,
} from '~/domain/monitoring/library/backtest.ts';
import {
  type Aftermath,
  changedLoans,
  changes,
  figuresOf,
} from '~/domain/monitoring/library/backtest-figures.ts';
import { itemsOfSignal, type Signal } from '~/domain/monitoring/signal.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readStandings } from '~/server/loan/read-standing.ts';
import { findLoansById } from '~/server/loan/store.ts';
import { asSignal, signalKinds } from '~/server/monitoring/library/as-signal.ts';
import { signalInForce } from '~/server/monitoring/library/list-signals.ts';
import { rememberArrears } from '~/server/monitoring/library/remember-arrears.ts';
import { rememberSpans } from '~/server/monitoring/library/remember-spans.ts';
import { readHandling } from '~/server/monitoring/read-handling.ts';
import { noArrears } from '~/server/monitoring/screen-loans.ts';
import {
  addTestedLoans,
  type BacktestResult,
  type BacktestRow,
  beginBacktest,
  endBacktest,
  findBacktest,
  tellBacktest,
} from '~/server/monitoring/store-backtest.ts';
import {
  countPastLoans,
  findAftermaths,
  findPastLoans,
  findRememberedFacts,
  type PastLoan,
} from '~/server/monitoring/store-remembered.ts';
import { findSchemeVersions } from '~/server/policy/store-drafts.ts';

const loansAtOnce = 200;
const unknown: Aftermath = { overdue30: [], overdue90: [], worse: [], confirmed: [] };

type Plan = { readonly after: Signal; readonly before: Signal | null; readonly days: TestedDays };
type Found = {
  readonly after: TestedAlert[];
  readonly before: TestedAlert[];
  readonly fates: Map<string, Aftermath>;
};

/**
 * Runs an ordered back-test, telling on its row how far it has come. One that is done already is left alone, so that a repeated
 * job changes nothing; one that stopped half-way begins again. `onLoans` hears how many loans of how many are done.
 */
export async function runBacktest(
  actor: Actor,
  id: string,
  onLoans: (done: number, total: number) => void = () => undefined,
): Promise<void> {
  const begun = performance.now();
  const order = await withActor(actor, (tx) => findBacktest(tx, id));
  if (!order || order.state === 'done') return;
  const plan = await withActor(actor, (tx) => planOf(tx, order));
  const { from, to } = plan.days;
  const total = await withActor(actor, (tx) => countPastLoans(tx, from, to));
  await withActor(actor, (tx) => beginBacktest(tx, id, total));
  const found: Found = { after: [], before: [], fates: new Map() };
  let after = '00000000-0000-0000-0000-000000000000';
  for (let done = 0; ; ) {
    const loans = await withActor(actor, (tx) => lookAt(tx, plan, order.signalCode, after, found));
    const last = loans.at(-1);
    if (!last) break;
    after = last.id;
    done += new Set(loans.map((loan) => loan.id)).size;
    await withActor(actor, (tx) => tellBacktest(tx, id, Math.min(done, total)));
    onLoans(done, total);
  }
  const seconds = Math.round(performance.now() - begun) / 1_000;
  await withActor(actor, (tx) => keepResult(tx, order, plan, found, { total, seconds }), {
    timeout: 120_000,
  });
}

/** What is tested and what it is held against: a draft against the version in force, that one against the version before it. */
async function planOf(tx: Tx, order: BacktestRow): Promise<Plan> {
  const after = {
    code: order.signalCode,
    version: order.signalVersion,
    body: order.body,
  } as unknown as Signal;
  const versions = (await findSchemeVersions(tx, order.signalCode, signalKinds)).map(asSignal);
  const inForce = signalInForce(versions, clock.today());
  const before = order.draftId ? inForce : versions.find(({ version }) => version < order.signalVersion);
  const { dedupWindowDays } = await readHandling(tx, clock.today());
  const days = {
    from: dayOfDate(order.fromOn),
    to: dayOfDate(order.toOn),
    windowDaysOn: () => dedupWindowDays,
  };
  return { after, before: before ?? null, days };
}

/** Looks at the next loans under both versions and notes what it finds; the value is the loans. */
async function lookAt(tx: Tx, plan: Plan, code: string, after: string, found: Found): Promise<PastLoan[]> {
  const loans = await findPastLoans(tx, plan.days, after, loansAtOnce);
  if (loans.length === 0) return loans;
  const remembered = await remember(tx, loans, plan);
  const warned = new Set<string>();
  for (const loan of remembered)
    for (const side of ['after', 'before'] as const) {
      const signal = plan[side];
      const alerts = signal ? backtestLoan(loan, signal, plan.days) : [];
      found[side].push(...alerts);
      if (alerts.length > 0) warned.add(loan.loanId);
    }
  if (warned.size > 0)
    for (const [id, fate] of await findAftermaths(tx, [...warned], code)) found.fates.set(id, fate);
  return loans;
}

const looksAtArrears = (signal: Signal | null): boolean => signal?.body.rule?.kind === 'days-past-due';

async function remember(
  tx: Tx,
  loans: readonly PastLoan[],
  { after, before, days }: Plan,
): Promise<RememberedLoan[]> {
  const spans = await rememberSpans(tx, loans, days);
  const items = [...new Set([after, before].flatMap((signal) => (signal ? itemsOfSignal(signal) : [])))];
  const firms = [...new Set(loans.map((loan) => loan.enterprise_id))];
  const facts = items.length > 0 ? await findRememberedFacts(tx, firms, items) : new Map();
  const byMoney = looksAtArrears(after) || looksAtArrears(before);
  const arrears = byMoney ? await arrearsOfLoans(tx, loans) : new Map();
  return loans.flatMap((loan, n) => {
    const own = facts.get(loan.enterprise_id) ?? [];
    const watched = spans[n] ?? [];
    if (watched.length === 0 || (!byMoney && own.length === 0)) return [];
    const arrearsOn: (on: Day) => typeof noArrears = arrears.get(loan.id) ?? (() => noArrears);
    return [{ loanId: loan.id, enterpriseId: loan.enterprise_id, spans: watched, facts: own, arrearsOn }];
  });
}

async function arrearsOfLoans(tx: Tx, loans: readonly PastLoan[]) {
  const rows = await findLoansById(tx, [...new Set(loans.map((loan) => loan.id))]);
  const standings = await readStandings(tx, rows);
  return new Map([...standings].map(([id, standing]) => [id, rememberArrears(standing)]));
}

async function keepResult(
  tx: Tx,
  order: BacktestRow,
  { before, days }: Plan,
  found: Found,
  { total, seconds }: { readonly total: number; readonly seconds: number },
): Promise<void> {
  const asked = { from: days.from, to: days.to, today: clock.today(), graceMonths: order.graceMonths };
  const fateOf = (loanId: string) => found.fates.get(loanId) ?? unknown;
  const loans = changedLoans(before ? found.before : [], found.after);
  const counted = changes.map((change) => [change, loans.filter((loan) => loan.change === change).length]);
  const result: BacktestResult = {
    after: figuresOf(found.after, fateOf, asked),
    before: before && figuresOf(found.before, fateOf, asked),
    baseline: before?.version ?? null,
    loans: total,
    seconds,
    changes: Object.fromEntries(counted),
  };
  for (let at = 0; at < loans.length; at += 1_000)
    await addTestedLoans(tx, order.id, loans.slice(at, at + 1_000));
  await endBacktest(tx, order.id, result, clock.now());
}
