import { type Day, yearOf } from '~/domain/kernel/day.ts';
import { type Fen, greatestFen, minus, plus, wan, zeroFen } from '~/domain/kernel/money.ts';
import { outsideCompensation } from '~/domain/policy/assess.ts';
import { type Compensation, type CompensationOutcome, compensate } from '~/domain/policy/compensate.ts';
import { fuseOf, modeOf, type ProvenCause, yearCapOf } from '~/domain/policy/compensation.ts';
import { borrowerCapLeft, type Drawdown, subsidiseBorrower } from '~/domain/policy/double-subsidy.ts';
import { isFuseBlown } from '~/domain/policy/fuse.ts';
import type { LoanFacts } from '~/domain/policy/loan-facts.ts';
import { accrualByMonth, monthOfDay } from '~/domain/policy/month-accrual.ts';
import type { CompensationScheme, SubsidyScheme } from '~/domain/policy/scheme.ts';
import { compareClaims } from '~/domain/policy/waterfall.ts';

/** What was lost on a loan, once that was determined. */
export type ReplayLoss = {
  readonly determinedOn: Day;
  readonly unpaidPrincipal: Fen;
  /** Net of costs. */
  readonly recovered: Fen;
  readonly otherPayers: Fen;
  readonly causes: readonly ProvenCause[];
};

/** A loan of the past as a replay reads it. */
export type ReplayLoan = {
  readonly id: string;
  readonly borrowerId: string;
  readonly moneyId: string;
  readonly bank: string;
  readonly region: string;
  readonly facts: LoanFacts;
  readonly loss: ReplayLoss | null;
};

export type ReplayOptions = {
  /** What the pool holds at the start; null without a limit. */
  readonly pool: Fen | null;
  /** Coverage is asked of every loan; a portfolio from elsewhere is replayed as if it were covered. */
  readonly asIfCovered: boolean;
};

/** What one loan got. */
export type ReplayLine = {
  readonly loan: ReplayLoan;
  readonly covered: boolean;
  readonly outcome: CompensationOutcome | 'subsidised' | 'outside' | 'no-loss';
  readonly amount: Fen;
  readonly months: readonly { readonly month: string; readonly amount: Fen }[];
};

export type BlownFuse = {
  readonly bank: string;
  readonly mode: string;
  readonly year: number;
  readonly on: Day;
};

export type Replay = {
  readonly lines: readonly ReplayLine[];
  readonly fuses: readonly BlownFuse[];
  /** The first day on which a claim got less than it was due, or nothing, because the pool was short. */
  readonly poolShortOn: Day | null;
};

/** After so many loans a replay says how far it has come. */
const stride = 500;

/**
 * Replays a compensation scheme over loans as if it had always been in force (domain.md G17): every covered loan is enrolled
 * in the year of its drawdown; losses take their turn in the one order of claims; caps, pool and fuses fill up as they go.
 * A fuse compares the losses of a bank's year, deferred ones too, with all principal that it enrols in that year: once
 * blown it stays so until the year is over. Yields the number of loans done.
 */
export function* replayCompensation(
  scheme: CompensationScheme,
  loans: readonly ReplayLoan[],
  options: ReplayOptions,
): Generator<number, Replay> {
  const covered = new Set(loans.filter((loan) => isCovered(scheme, loan, options)).map((loan) => loan.id));
  const state = openState(
    scheme,
    loans.filter((loan) => covered.has(loan.id)),
    options,
  );
  const lines = new Map<string, ReplayLine>();
  const claims = loans.filter((loan) => loan.loss !== null && covered.has(loan.id)).sort(byTurn);
  for (const [at, loan] of claims.entries()) {
    lines.set(loan.id, claimLine(scheme, loan, state));
    if (at % stride === stride - 1) yield at + 1;
  }
  const all = loans.map(
    (loan): ReplayLine =>
      lines.get(loan.id) ?? {
        loan,
        covered: covered.has(loan.id),
        outcome: covered.has(loan.id) ? 'no-loss' : 'outside',
        amount: zeroFen,
        months: [],
      },
  );
  return { lines: all, fuses: state.fuses, poolShortOn: state.poolShortOn };
}

const byTurn = (a: ReplayLoan, b: ReplayLoan): number => compareClaims(turnOf(a), turnOf(b));

const turnOf = ({ id, facts, loss }: ReplayLoan) => ({
  determinedOn: loss?.determinedOn ?? facts.drawnOn,
  enrolledOn: facts.drawnOn,
  id,
});

const isCovered = (
  scheme: CompensationScheme,
  { facts }: ReplayLoan,
  { asIfCovered }: ReplayOptions,
): boolean => asIfCovered || outsideCompensation(scheme.body, facts).length === 0;

type State = {
  poolLeft: Fen | null;
  poolShortOn: Day | null;
  readonly fuses: BlownFuse[];
  /** Principal enrolled, and losses claimed, by mode, bank and year. */
  readonly enrolled: Map<string, Fen>;
  readonly losses: Map<string, Fen>;
  /** Paid by mode and year. */
  readonly paidInYear: Map<string, Fen>;
  readonly paidTo: { borrowerId: string; amount: Fen }[];
};

const added = (map: Map<string, Fen>, key: string, amount: Fen): Fen => {
  const sum = plus(map.get(key) ?? zeroFen, amount);
  map.set(key, sum);
  return sum;
};

function openState(
  { body }: CompensationScheme,
  loans: readonly ReplayLoan[],
  { pool }: ReplayOptions,
): State {
  const enrolled = new Map<string, Fen>();
  for (const { bank, facts } of loans)
    added(enrolled, `${modeOf(body, facts.flags)} ${bank} ${yearOf(facts.drawnOn)}`, facts.principal);
  return {
    poolLeft: pool,
    poolShortOn: null,
    fuses: [],
    enrolled,
    losses: new Map(),
    paidInYear: new Map(),
    paidTo: [],
  };
}

function claimLine(scheme: CompensationScheme, loan: ReplayLoan, state: State): ReplayLine {
  const { loss, facts } = loan;
  if (!loss) throw new Error(`loan ${loan.id} has no loss`);
  const mode = modeOf(scheme.body, facts.flags);
  const year = yearOf(loss.determinedOn);
  const yearCap = yearCapOf(scheme.body, mode);
  const inYear = state.paidInYear.get(`${mode} ${year}`) ?? zeroFen;
  const cap = scheme.body.borrowerCapWan === null ? null : wan(scheme.body.borrowerCapWan);
  const result = compensate(
    scheme,
    {
      principal: facts.principal,
      flags: facts.flags,
      unpaidPrincipal: loss.unpaidPrincipal,
      recovered: loss.recovered,
      otherPayers: loss.otherPayers,
      causes: loss.causes,
      enrolled: true,
    },
    {
      borrowerCapLeft: borrowerCapLeft(cap, new Set([loan.borrowerId]), cap === null ? [] : state.paidTo),
      yearCapLeft: yearCap === null ? null : greatestFen(zeroFen, minus(yearCap, inYear)),
      poolLeft: state.poolLeft,
      fuseBlown: fuseBlows(scheme, loan, mode, state),
    },
  );
  book(state, loan, result, `${mode} ${year}`, loss.determinedOn);
  const months = result.amount > 0n ? [{ month: monthOfDay(loss.determinedOn), amount: result.amount }] : [];
  return { loan, covered: true, outcome: result.outcome, amount: result.amount, months };
}

/** Counts the loss in its bank's year and says whether the fuse has blown with it. An overdue fuse needs balances, not losses. */
function fuseBlows(
  { body }: CompensationScheme,
  { bank, loss, facts }: ReplayLoan,
  mode: 'bank' | 'guarantor',
  state: State,
): boolean {
  const fuse = fuseOf(body, mode);
  if (!fuse || !loss || fuse.measure !== 'loss') return false;
  const year = yearOf(loss.determinedOn);
  const key = `${modeOf(body, facts.flags)} ${bank} ${year}`;
  const eligible = greatestFen(zeroFen, minus(loss.unpaidPrincipal, loss.recovered));
  const lossPaidAndHeld = added(state.losses, key, fuse.basis === 'net' ? eligible : loss.unpaidPrincipal);
  const enrolled = state.enrolled.get(key) ?? zeroFen;
  const blown = isFuseBlown({ lossPaidAndHeld, recovered: zeroFen, enrolled }, fuse);
  const known = state.fuses.some((each) => each.bank === bank && each.mode === mode && each.year === year);
  if (blown && !known) state.fuses.push({ bank, mode, year, on: loss.determinedOn });
  return blown;
}

function book(state: State, loan: ReplayLoan, result: Compensation, yearKey: string, on: Day): void {
  const short = result.outcome === 'waiting' || result.bound === 'pool';
  if (short && state.poolShortOn === null) state.poolShortOn = on;
  if (result.amount === 0n) return;
  added(state.paidInYear, yearKey, result.amount);
  state.paidTo.push({ borrowerId: loan.borrowerId, amount: result.amount });
  if (state.poolLeft !== null) state.poolLeft = minus(state.poolLeft, result.amount);
}

/** A subsidy scheme without the days that bound it: what it would pay on loans of any time. */
const always = (scheme: SubsidyScheme): SubsidyScheme => {
  const drawdownWindow = { from: '1900-01-01' as Day, to: '9999-12-31' as Day };
  const body = { ...scheme.body, contractWindow: null, drawdownWindow };
  return { ...scheme, validFrom: drawdownWindow.from, validTo: null, body };
};

const anywhere = (scheme: SubsidyScheme): SubsidyScheme => {
  const coverage = { regions: null, sectors: null, sizes: null, purposes: null, borrowerLists: null };
  return { ...scheme, body: { ...scheme.body, coverage } };
};

/**
 * Replays a subsidy scheme over loans as if it had always been in force: borrower by borrower with the caps over all banks,
 * interest paid as planned, the cost in the months in which it accrues. Yields the number of loans done.
 */
export function* replaySubsidy(
  scheme: SubsidyScheme,
  loans: readonly ReplayLoan[],
  { asIfCovered }: ReplayOptions,
): Generator<number, Replay> {
  const rules = asIfCovered ? anywhere(always(scheme)) : always(scheme);
  const byBorrower = new Map<string, ReplayLoan[]>();
  for (const loan of loans)
    byBorrower.set(loan.borrowerId, [...(byBorrower.get(loan.borrowerId) ?? []), loan]);
  const lines: ReplayLine[] = [];
  let told = 0;
  for (const [borrowerId, own] of byBorrower) {
    lines.push(...subsidyLines(rules, borrowerId, own));
    if (lines.length - told < stride) continue;
    told = lines.length;
    yield told;
  }
  return { lines, fuses: [], poolShortOn: null };
}

function subsidyLines(rules: SubsidyScheme, borrowerId: string, own: readonly ReplayLoan[]): ReplayLine[] {
  const drawdowns = own.map(
    ({ id, moneyId, bank, facts }): Drawdown => ({ id, moneyId, borrowerId, bank, loan: facts, parts: [] }),
  );
  const decisions = subsidiseBorrower(new Set([borrowerId]), drawdowns, [rules]);
  return own.map((loan): ReplayLine => {
    const decision = decisions.find((each) => each.drawdownId === loan.id);
    const amount = decision?.amount ?? zeroFen;
    return {
      loan,
      covered: decision?.pays ?? false,
      outcome: decision?.pays ? 'subsidised' : 'outside',
      amount,
      months: decision ? accrualByMonth(amount, loan.facts, decision.until) : [],
    };
  });
}

/** Runs a replay to its end. */
export function finish<T>(run: Generator<number, T>): T {
  let step = run.next();
  while (!step.done) step = run.next();
  return step.value;
}
