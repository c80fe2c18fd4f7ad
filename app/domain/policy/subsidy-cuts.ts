import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, greatestFen, leastFen, minus, wan, zeroFen } from '~/domain/kernel/money.ts';
import { type Counted, mostUsed, partOf, underCap } from '~/domain/policy/counted-balance.ts';
import type { Cut, Line } from '~/domain/policy/line.ts';
import type { LoanFacts } from '~/domain/policy/loan-facts.ts';
import {
  fundedLines,
  type Subsidy,
  splitFunding,
  subsidyOnBalances,
  subsidyUntil,
} from '~/domain/policy/subsidy.ts';
import { coarse, type Fine, finePoints, finePointsLeft } from '~/domain/policy/subsidy-points.ts';
import type { SubsidyRules } from '~/domain/policy/subsidy-rules.ts';
import {
  capYears,
  sumYears,
  trimYears,
  type YearPart,
  yearAmountCapOf,
  yearsOf,
} from '~/domain/policy/year-cap.ts';

/** What stands around a drawdown of a borrower when its subsidy is worked out. */
export type Surroundings = {
  /** The part of the principal that serves covered purposes. */
  readonly eligible: Fen;
  /** When the money was first drawn, under whatever contract: the months of the scheme run from then. */
  readonly firstDrawnOn: Day;
  /** Balances that use the scheme's principal cap before this one. */
  readonly others: readonly Counted[];
  /** Subsidy under the scheme before this one. */
  readonly paid: Fen;
  /** The same by calendar year. */
  readonly paidIn: ReadonlyMap<number, Fen>;
};

export type Cutting = {
  readonly subsidy: Subsidy;
  /** The subsidy by calendar year. */
  readonly years: readonly YearPart[];
  /** The balances that use the borrower's cap from now on. */
  readonly counted: Counted;
  /** The most that others use of the cap on one of its days. */
  readonly usedPrincipal: Fen;
  /** The cap leaves nothing on any day. */
  readonly capFull: boolean;
};

/** What a borrower may still receive under the scheme; null without a limit. */
const amountCapLeft = (rules: SubsidyRules, paid: Fen): { cap: Fen; left: Fen } | null => {
  if (rules.amountCapWan === null) return null;
  const cap = wan(rules.amountCapWan);
  return { cap, left: greatestFen(zeroFen, minus(cap, paid)) };
};

/** The balances of a drawdown as less and less of them counts. */
function countedIn(rules: SubsidyRules, loan: LoanFacts, around: Surroundings) {
  const { drawnOn: from, maturityOn } = loan;
  const end = subsidyUntil(rules, around.firstDrawnOn, maturityOn);
  const whole: Counted = { spans: loan.balances, from, until: maturityOn };
  const part = { ...whole, spans: partOf(loan.balances, around.eligible, loan.principal) };
  const dated = { ...part, until: end < from ? from : end };
  const cap = rules.principalCapWan === null ? null : wan(rules.principalCapWan);
  return { whole, part, dated, cap, capped: cap === null ? dated : underCap(dated, cap, around.others) };
}

const amountOf = ({ spans, from, until }: Counted, points: Fine, { dayCount }: LoanFacts): Fen =>
  from >= until
    ? zeroFen
    : subsidyOnBalances({ balances: spans, capLeft: null, points, from, until, dayCount });

/** What the years leave of a subsidy, and what of the years the borrower's amount cap leaves. */
function limited(rules: SubsidyRules, loan: LoanFacts, capped: Counted, around: Surroundings) {
  const points = finePointsLeft(rules, loan);
  const upTo = (until: Day) => amountOf({ ...capped, until }, points, loan);
  const yearCap = yearAmountCapOf(rules);
  const inYears = capYears(yearsOf(upTo, capped.from, capped.until), yearCap, around.paidIn);
  const inYear = sumYears(inYears);
  const limit = amountCapLeft(rules, around.paid);
  const amount = limit === null ? inYear : leastFen(inYear, limit.left);
  return { inRate: amountOf(capped, points, loan), yearCap, inYear, limit, amount, inYears };
}

/**
 * The subsidy of one drawdown as a full amount and what is taken off it, each with its reason (domain.md edge case 6: "why
 * 3,120.00 and not 5,000.00"): first the part that is not covered, then days beyond the scheme's months, the borrower's
 * principal cap, the room below the contract rate, the cap of each year, the borrower's amount cap. The cuts add up to the whole difference.
 */
export function cutSubsidy(rules: SubsidyRules, loan: LoanFacts, around: Surroundings): Cutting {
  const { whole, part, dated, cap, capped } = countedIn(rules, loan, around);
  const asked = finePoints(rules, loan) ?? 0n;
  const usedPrincipal = mostUsed(around.others, dated.from, dated.until);
  const { inRate, yearCap, inYear, limit, amount, inYears } = limited(rules, loan, capped, around);
  const full = amountOf(whole, asked, loan);
  const [eligibleFen, principalFen] = [String(around.eligible), String(loan.principal)];
  const { maturityOn, rate: contractPpm, localSubsidy: localPpm } = loan;
  const steps: [Fen, Cut | null][] = [
    [amountOf(part, asked, loan), { by: 'part', eligibleFen, principalFen }],
    [
      amountOf(dated, asked, loan),
      { by: 'period', from: around.firstDrawnOn, until: dated.until, maturityOn },
    ],
    [
      amountOf(capped, asked, loan),
      cap && { by: 'borrower-cap', capFen: String(cap), usedFen: String(usedPrincipal) },
    ],
    [inRate, { by: 'rate-room', contractPpm, localPpm }],
    [inYear, yearCap && { by: 'year-cap', capFen: String(yearCap) }],
    [amount, limit && { by: 'amount-cap', capFen: String(limit.cap), usedFen: String(around.paid) }],
  ];
  const funding = splitFunding(amount, rules.funding);
  const head: Line = { code: 'full-subsidy', appliedPpm: coarse(asked), amountFen: String(full) };
  const lines = [head, ...cutLines(full, steps), ...fundedLines(rules, funding)];
  const capFull =
    cap !== null && around.others.length > 0 && capped.spans.every((span) => span.balance === 0n);
  const years = trimYears(inYears, amount);
  return { subsidy: { amount, funding, lines }, years, counted: capped, usedPrincipal, capFull };
}

function cutLines(full: Fen, steps: readonly [Fen, Cut | null][]): Line[] {
  let before = full;
  return steps.flatMap(([after, cut]) => {
    const line: Line[] =
      cut && after < before
        ? [{ code: 'reduced', ...cut, beforeFen: String(before), afterFen: String(after) }]
        : [];
    before = after;
    return line;
  });
}
