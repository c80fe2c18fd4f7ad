import { addMonths, type Day, daysBetween } from '~/domain/kernel/day.ts';
import {
  divideHalfUp,
  type Fen,
  fen,
  greatestFen,
  leastFen,
  minus,
  plus,
  wan,
  zeroFen,
} from '~/domain/kernel/money.ts';
import { ppm, shareOf } from '~/domain/kernel/rate.ts';
import { moneySince } from '~/domain/policy/continued-money.ts';
import { type Counted, mostUsed, underCap } from '~/domain/policy/counted-balance.ts';
import { type DayCount, yearFraction } from '~/domain/policy/day-count.ts';
import type { Line } from '~/domain/policy/line.ts';
import type { BalanceSpan, LoanFacts } from '~/domain/policy/loan-facts.ts';
import { borneLine, coarse, type Fine, finePoints, finePointsLeft } from '~/domain/policy/subsidy-points.ts';
import type { SubsidyRules } from '~/domain/policy/subsidy-rules.ts';
import { capYears, sumYears, yearAmountCapOf, yearsOf } from '~/domain/policy/year-cap.ts';

export type Funding = { readonly payer: string; readonly amount: Fen };

export type Subsidy = {
  readonly amount: Fen;
  readonly funding: readonly Funding[];
  readonly lines: readonly Line[];
};

const earlier = (a: Day, b: Day): Day => [a, b].sort()[0] ?? a;
const later = (a: Day, b: Day): Day => [a, b].sort()[1] ?? b;

/** Principal the borrower may still have subsidised under the scheme at all banks together; null without a cap. */
export const principalCapLeft = (rules: SubsidyRules, used: Fen): Fen | null =>
  rules.principalCapWan === null ? null : greatestFen(zeroFen, minus(wan(rules.principalCapWan), used));

/**
 * The maturity that a subsidy goes by (domain.md §2.7): an extension moves it only while the whole term of the money stays
 * within so many months (展期后总期限); beyond that the days before the extension count and no others.
 */
export const maturityKept = (of: {
  readonly since: Day;
  readonly maturityOn: Day;
  readonly extendedTo: Day | null;
  readonly extendedMonths: number;
}): Day =>
  of.extendedTo !== null && of.extendedTo <= addMonths(of.since, of.extendedMonths)
    ? of.extendedTo
    : of.maturityOn;

/** The last day of a subsidy, itself not counted: maturity, or the months that the scheme pays from the first drawdown. */
export const subsidyUntil = (
  rules: Pick<SubsidyRules, 'maxMonths'>,
  firstDrawnOn: Day,
  maturityOn: Day,
): Day => earlier(maturityOn, addMonths(firstDrawnOn, rules.maxMonths));

/** Points from a day on, in parts per 10^12 a year, until the next span. */
export type PointSpan = { readonly from: Day; readonly points: Fine };

/**
 * Σ over days of min(balance, cap left) × points ÷ day basis (domain.md §2.7), the last day not counted. Spans of one
 * balance are taken whole, which is the same sum; it is rounded half up to the fen once. `points` in parts per 10^12 a year,
 * one for all days or by spans of which the first reaches back to the beginning.
 */
export function subsidyOnBalances(of: {
  balances: readonly BalanceSpan[];
  capLeft: Fen | null;
  points: Fine | readonly PointSpan[];
  from: Day;
  until: Day;
  dayCount: DayCount;
}): Fen {
  let weighted = 0n;
  const { denominator } = yearFraction(of.from, of.until, of.dayCount);
  of.balances.forEach((span, i) => {
    const next = of.balances[i + 1]?.from ?? of.until;
    const from = later(span.from, of.from);
    const until = earlier(next, of.until);
    if (from >= until) return;
    const counted = of.capLeft === null ? span.balance : leastFen(span.balance, of.capLeft);
    weighted += counted * pointDays(of.points, from, until, of.dayCount);
  });
  return fen(divideHalfUp(weighted, 1_000_000_000_000n * denominator));
}

/** Σ of points × parts of a year over the days from one to before another. */
function pointDays(points: Fine | readonly PointSpan[], from: Day, until: Day, dayCount: DayCount): bigint {
  if (typeof points === 'bigint') return points * yearFraction(from, until, dayCount).numerator;
  return points.reduce((sum, span, i) => {
    const begins = i === 0 ? from : later(span.from, from);
    const ends = earlier(points[i + 1]?.from ?? until, until);
    return begins < ends ? sum + span.points * yearFraction(begins, ends, dayCount).numerator : sum;
  }, 0n);
}

/** Splits an amount by the funding shares, half up; the last payer takes the rest, so the parts tie to the fen. */
export function splitFunding(amount: Fen, funding: SubsidyRules['funding']): Funding[] {
  let left = amount;
  return funding.map(({ payer, sharePpm }, i) => {
    const part = i === funding.length - 1 ? left : leastFen(left, shareOf(amount, ppm(sharePpm)));
    left = minus(left, part);
    return { payer, amount: part };
  });
}

/** The way to the points that are paid. */
export function pointsLines(rules: SubsidyRules, loan: LoanFacts): Line[] {
  const lines: Line[] = [];
  const line = borneLine(rules, loan);
  if (rules.form === 'above-line' && line !== null && loan.lpr)
    lines.push({
      code: 'borne-line',
      lprPpm: rules.tenor === 'one-year' ? loan.lpr.oneYear : loan.lpr.fiveYear,
      plusPpm: rules.plusPpm,
      linePpm: line,
      contractPpm: loan.rate,
    });
  if (rules.form === 'interest-share')
    lines.push({ code: 'interest-share', sharePpm: rules.sharePpm, contractPpm: loan.rate });
  lines.push({
    code: 'points',
    schemePpm: coarse(finePoints(rules, loan) ?? 0n),
    contractPpm: loan.rate,
    localPpm: loan.localSubsidy,
    appliedPpm: coarse(finePointsLeft(rules, loan)),
  });
  return lines;
}

const capLine = (rules: SubsidyRules, used: Fen, left: Fen | null): Line[] =>
  left === null || rules.principalCapWan === null
    ? []
    : [
        {
          code: 'principal-cap',
          capFen: String(wan(rules.principalCapWan)),
          usedFen: String(used),
          leftFen: String(left),
        },
      ];

/** Who pays which part. */
export const fundedLines = (rules: SubsidyRules, funding: readonly Funding[]): Line[] =>
  funding.map((part, i) => ({
    code: 'funded',
    payer: part.payer,
    sharePpm: rules.funding[i]?.sharePpm ?? 0,
    amountFen: String(part.amount),
  }));

/** What others of the borrower use of a scheme's principal cap: one sum for all days, or day by day. */
export type CapUse = Fen | readonly Counted[];

/** The days of a loan that its subsidy runs over; none where the months ended before it was drawn. */
export function subsidyDays(
  rules: SubsidyRules,
  loan: LoanFacts,
): { readonly from: Day; readonly until: Day } {
  const until = subsidyUntil(rules, moneySince(loan), loan.maturityOn);
  return { from: loan.drawnOn, until: later(until, loan.drawnOn) };
}

/** The balances of a loan that the borrower's principal cap leaves, and the most that others use of it. */
export function cappedBalances(rules: SubsidyRules, loan: LoanFacts, use: CapUse) {
  const days = subsidyDays(rules, loan);
  const cap = rules.principalCapWan === null ? null : wan(rules.principalCapWan);
  if (typeof use === 'bigint')
    return { balances: loan.balances, capLeft: principalCapLeft(rules, use), used: use };
  const own: Counted = { spans: loan.balances, ...days };
  const used = mostUsed(use, days.from, days.until);
  return { balances: cap === null ? own.spans : underCap(own, cap, use).spans, capLeft: null, used };
}

/** The whole subsidy of a loan whose interest is paid as planned, with the way it was reached. */
export function plannedSubsidy(rules: SubsidyRules, loan: LoanFacts, use: CapUse): Subsidy {
  const points = finePointsLeft(rules, loan);
  const { balances, capLeft, used } = cappedBalances(rules, loan, use);
  const { from, until } = subsidyDays(rules, loan);
  const { dayCount } = loan;
  const summed = subsidyOnBalances({ balances, capLeft, points, from, until, dayCount });
  const upTo = (day: Day) => subsidyOnBalances({ balances, capLeft, points, from, until: day, dayCount });
  const yearCap = yearAmountCapOf(rules);
  const inYears = sumYears(capYears(yearsOf(upTo, from, until), yearCap, new Map()));
  const amountCap = rules.amountCapWan === null ? null : wan(rules.amountCapWan);
  const amount = amountCap === null ? inYears : leastFen(inYears, amountCap);
  const funding = splitFunding(amount, rules.funding);
  const lines: Line[] = [
    ...pointsLines(rules, loan),
    ...capLine(rules, used, principalCapLeft(rules, used)),
    { code: 'period', from, until, days: daysBetween(from, until) },
    { code: 'interest-subsidised', appliedPpm: coarse(points), dayCount, amountFen: String(summed) },
  ];
  if (yearCap !== null && summed > inYears)
    lines.push({ code: 'year-amount-cap', capFen: String(yearCap), amountFen: String(inYears) });
  if (amountCap !== null && inYears > amountCap)
    lines.push({ code: 'amount-cap', capFen: String(amountCap) });
  lines.push(...fundedLines(rules, funding));
  return { amount: plus(...funding.map((part) => part.amount)), funding, lines };
}
