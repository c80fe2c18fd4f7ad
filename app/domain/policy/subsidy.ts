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
import { type Ppm, ppm, shareOf } from '~/domain/kernel/rate.ts';
import { type DayCount, yearFraction } from '~/domain/policy/day-count.ts';
import type { Line } from '~/domain/policy/line.ts';
import type { BalanceSpan, LoanFacts } from '~/domain/policy/loan-facts.ts';
import type { SubsidyRules } from '~/domain/policy/subsidy-rules.ts';

export type Funding = { readonly payer: string; readonly amount: Fen };

export type Subsidy = {
  readonly amount: Fen;
  readonly funding: readonly Funding[];
  readonly lines: readonly Line[];
};

const earlier = (a: Day, b: Day): Day => [a, b].sort()[0] ?? a;
const later = (a: Day, b: Day): Day => [a, b].sort()[1] ?? b;

/** Points that may be paid: local and central together never exceed the contract rate (domain.md G12). */
export const pointsLeft = (rules: SubsidyRules, loan: LoanFacts): Ppm =>
  ppm(Math.max(0, Math.min(rules.pointsPpm, loan.rate - loan.localSubsidy)));

/** Principal the borrower may still have subsidised under the scheme at all banks together. */
export const principalCapLeft = (rules: SubsidyRules, used: Fen): Fen =>
  greatestFen(zeroFen, minus(wan(rules.principalCapWan), used));

/**
 * Σ over days of min(balance, cap left) × points ÷ day basis (domain.md §2.7), the last day not counted. Spans of one
 * balance are taken whole, which is the same sum; it is rounded half up to the fen once.
 */
export function subsidyOnBalances(of: {
  balances: readonly BalanceSpan[];
  capLeft: Fen;
  points: Ppm;
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
    weighted += leastFen(span.balance, of.capLeft) * yearFraction(from, until, of.dayCount).numerator;
  });
  return fen(divideHalfUp(weighted * BigInt(of.points), 1_000_000n * denominator));
}

/** Splits an amount by the funding shares, half up; the last payer takes the rest, so the parts tie to the fen. */
export function splitFunding(amount: Fen, funding: SubsidyRules['funding']): Funding[] {
  let left = amount;
  return funding.map(({ payer, sharePpm }, i) => {
    const part = i === funding.length - 1 ? left : shareOf(amount, ppm(sharePpm));
    left = minus(left, part);
    return { payer, amount: part };
  });
}

/** The whole subsidy of a loan whose interest is paid as planned, with the way it was reached. */
export function plannedSubsidy(rules: SubsidyRules, loan: LoanFacts, used: Fen): Subsidy {
  const points = pointsLeft(rules, loan);
  const capLeft = principalCapLeft(rules, used);
  const limit = addMonths(loan.drawnOn, rules.maxMonths);
  const until = earlier(loan.maturityOn, limit);
  const { balances, dayCount, drawnOn: from } = loan;
  const summed = subsidyOnBalances({ balances, capLeft, points, from, until, dayCount });
  const amountCap = rules.amountCapWan === null ? null : wan(rules.amountCapWan);
  const amount = amountCap === null ? summed : leastFen(summed, amountCap);
  const funding = splitFunding(amount, rules.funding);
  const lines: Line[] = [
    {
      code: 'points',
      schemePpm: rules.pointsPpm,
      contractPpm: loan.rate,
      localPpm: loan.localSubsidy,
      appliedPpm: points,
    },
    {
      code: 'principal-cap',
      capFen: String(wan(rules.principalCapWan)),
      usedFen: String(used),
      leftFen: String(capLeft),
    },
    { code: 'period', from, until, days: daysBetween(from, until) },
    { code: 'interest-subsidised', appliedPpm: points, dayCount, amountFen: String(summed) },
  ];
  if (amountCap !== null && summed > amountCap) lines.push({ code: 'amount-cap', capFen: String(amountCap) });
  for (const [i, part] of funding.entries())
    lines.push({
      code: 'funded',
      payer: part.payer,
      sharePpm: rules.funding[i]?.sharePpm ?? 0,
      amountFen: String(part.amount),
    });
  return { amount: plus(...funding.map((part) => part.amount)), funding, lines };
}
