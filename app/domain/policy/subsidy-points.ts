import { type Ppm, ppm } from '~/domain/kernel/rate.ts';
import type { LoanFacts } from '~/domain/policy/loan-facts.ts';
import type { SubsidyRules } from '~/domain/policy/subsidy-rules.ts';

/** A yearly rate in parts per 10^12: a share of a rate in ppm is exact in it. */
export type Fine = bigint;

const million = 1_000_000n;
export const fineOf = (rate: Ppm): Fine => BigInt(rate) * million;

/** A fine rate for people, half up to the ppm. */
export const coarse = (rate: Fine): Ppm => ppm(Number((rate + million / 2n) / million));

/** A fine rate rounded up to the ppm: what is taken of a contract rate, so that the rest is never overdrawn. */
export const roundedUp = (rate: Fine): Ppm => ppm(Number((rate + million - 1n) / million));

type Priced = Pick<LoanFacts, 'rate' | 'localSubsidy' | 'lpr'>;

/** What the borrower bears under an above-line scheme, LPR plus points; null without a quote. Never below zero. */
export function borneLine(rules: SubsidyRules, { lpr }: Pick<LoanFacts, 'lpr'>): Ppm | null {
  if (rules.form !== 'above-line' || !lpr) return null;
  const quote = rules.tenor === 'one-year' ? lpr.oneYear : lpr.fiveYear;
  return ppm(Math.max(0, quote + rules.plusPpm));
}

/** The yearly rate that a scheme would pay on a loan before anything else pays; null while the LPR is not known. */
export function finePoints(rules: SubsidyRules, loan: Priced): Fine | null {
  if (rules.form === 'points') return fineOf(ppm(rules.pointsPpm));
  if (rules.form === 'interest-share') return BigInt(loan.rate) * BigInt(rules.sharePpm);
  const line = borneLine(rules, loan);
  return line === null ? null : fineOf(ppm(Math.max(0, loan.rate - line)));
}

/** What may be paid of it: local and central together never exceed the contract rate (domain.md G12). */
export function finePointsLeft(rules: SubsidyRules, loan: Priced): Fine {
  const asked = finePoints(rules, loan) ?? 0n;
  const room = fineOf(loan.rate) - fineOf(loan.localSubsidy);
  const least = asked < room ? asked : room;
  return least > 0n ? least : 0n;
}

/** Points that may be paid, as people read them. */
export const pointsLeft = (rules: SubsidyRules, loan: Priced): Ppm => coarse(finePointsLeft(rules, loan));
