import { setImmediate } from 'node:timers/promises';
import { backtestLoan, type RememberedLoan, type TestedAlert } from '~/domain/monitoring/library/backtest.ts';
import {
  type Aftermath,
  changedLoans,
  changes,
  figuresOf,
} from '~/domain/monitoring/library/backtest-figures.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { planBacktest } from '~/server/monitoring/library/plan-backtest.ts';
import { type Plan, rememberLoans } from '~/server/monitoring/library/remember-loans.ts';
import {
  addTestedLoans,
  type BacktestResult,
  type BacktestRow,
  beginBacktest,
  endBacktest,
  failBacktest,
  findBacktest,
  tellBacktest,
} from '~/server/monitoring/store-backtest.ts';
import { countPastLoans, findAftermaths } from '~/server/monitoring/store-remembered.ts';
import { safeError } from '~/server/safe-error.ts';

const loansAtOnce = 200;
const loansInOneGo = 5;
const unknown: Aftermath = { overdue30: [], overdue90: [], worse: [], confirmed: [] };

type Found = {
  readonly after: TestedAlert[];
  readonly before: TestedAlert[];
  readonly fates: Map<string, Aftermath>;
  readonly watched: Set<string>;
};
type Heard = (done: number, total: number) => void;

/**
 * Runs an ordered back-test, telling on its row how far it has come. One that is done already is left alone, so that a repeated
 * job changes nothing; one that stopped half-way begins again; one that breaks off is marked as failed. `onLoans` hears how many
 * loans of how many are done.
 */
export async function runBacktest(actor: Actor, id: string, onLoans: Heard = () => undefined): Promise<void> {
  const order = await withActor(actor, (tx) => findBacktest(tx, id));
  if (!order || order.state === 'done') return;
  try {
    await walk(actor, order, onLoans);
  } catch (thrown) {
    // where the database is gone this fails, too; then the row is told by when it was last heard of
    await withActor(actor, (tx) => failBacktest(tx, id, failureOf(thrown), clock.now())).catch(
      () => undefined,
    );
    throw thrown;
  }
}

/** Every loan is read in one transaction and judged after it, a few at a time so that other work of the process goes on. */
async function walk(actor: Actor, order: BacktestRow, onLoans: Heard): Promise<void> {
  const begun = performance.now();
  const { id } = order;
  const plan = await withActor(actor, (tx) => planBacktest(tx, order));
  const { from, to } = plan.days;
  const total = await withActor(actor, (tx) => countPastLoans(tx, from, to));
  await withActor(actor, (tx) => beginBacktest(tx, id, total, clock.now()));
  const found: Found = { after: [], before: [], fates: new Map(), watched: new Set() };
  let after = '00000000-0000-0000-0000-000000000000';
  for (let done = 0; ; ) {
    const { loans, watched, remembered } = await withActor(actor, (tx) =>
      rememberLoans(tx, plan, after, loansAtOnce),
    );
    const last = loans.at(-1);
    if (!last) break;
    after = last.id;
    for (const loan of watched) found.watched.add(loan);
    const warned = await judge(remembered, plan, found);
    done += new Set(loans.map((loan) => loan.id)).size;
    await withActor(actor, async (tx) => {
      for (const [key, fate] of await findAftermaths(tx, warned, order.signalCode))
        found.fates.set(key, fate);
      await tellBacktest(tx, id, Math.min(done, total), clock.now());
    });
    onLoans(done, total);
  }
  const seconds = Math.round(performance.now() - begun) / 1_000;
  await withActor(actor, (tx) => keepResult(tx, order, plan, found, seconds), { timeout: 120_000 });
}

/** Judges some loans under both versions and notes the alerts; the value is the loans that either warns of. */
async function judge(loans: readonly RememberedLoan[], plan: Plan, found: Found): Promise<RememberedLoan[]> {
  const warned: RememberedLoan[] = [];
  for (const [n, loan] of loans.entries()) {
    if (n % loansInOneGo === 0) await setImmediate();
    const [after, before] = [plan.after, plan.before].map((signal) =>
      signal ? backtestLoan(loan, signal, plan.days) : [],
    ) as [TestedAlert[], TestedAlert[]];
    found.after.push(...after);
    found.before.push(...before);
    if (after.length + before.length > 0) warned.push(loan);
  }
  return warned;
}

const failureOf = (thrown: unknown): 'database' | 'fault' =>
  /Prisma|Driver|Database/.test(safeError(thrown).type) ? 'database' : 'fault';

async function keepResult(
  tx: Tx,
  order: BacktestRow,
  { before, days }: Plan,
  found: Found,
  seconds: number,
): Promise<void> {
  const asked = { from: days.from, to: days.to, today: clock.today(), graceMonths: order.graceMonths };
  const fateOf = (loanId: string, firm: string) => found.fates.get(`${loanId} ${firm}`) ?? unknown;
  const loans = changedLoans(before ? found.before : [], found.after);
  const counted = changes.map((change) => [change, loans.filter((loan) => loan.change === change).length]);
  const result: BacktestResult = {
    after: figuresOf(found.after, fateOf, asked),
    before: before && figuresOf(found.before, fateOf, asked),
    baseline: before?.version ?? null,
    loans: found.watched.size,
    seconds,
    changes: Object.fromEntries(counted),
  };
  for (let at = 0; at < loans.length; at += 1_000)
    await addTestedLoans(tx, order.id, loans.slice(at, at + 1_000));
  await endBacktest(tx, order.id, result, clock.now());
}
