import { type Day, monthsBetween } from '~/domain/kernel/day.ts';
import { type Fen, greatestFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import type { Ppm } from '~/domain/kernel/rate.ts';
import { type TrueCost, yearlyRateOf } from '~/domain/product/cost.ts';
import { type Instalment, scheduleOf } from '~/domain/product/schedule.ts';
import type { OfferTerms } from './proposal.ts';

/** What an offer costs if it is paid out on a day, with its schedule. */
export type OfferCost = TrueCost & {
  /** All-in yearly rate of interest and fees; null when the fees leave nothing to use. */
  readonly apr: Ppm | null;
  readonly schedule: readonly Instalment[];
  readonly firstPayment: Fen;
  readonly largestPayment: Fen;
};

export const scheduleOfOffer = (terms: OfferTerms, disbursedOn: Day): Instalment[] =>
  scheduleOf({ ...terms, principal: terms.amount, disbursedOn });

/**
 * The price tag of an offer (domain.md E4): interest over the term, fees and guarantee fee as the bank states them in
 * fen, less the expected subsidy. Both fees count as paid at disbursement, the dearest moment for the firm.
 */
export function offerCost(terms: OfferTerms, disbursedOn: Day, subsidy: Fen): OfferCost {
  const schedule = scheduleOfOffer(terms, disbursedOn);
  const { fee, guaranteeFee } = terms;
  const interest = plus(...schedule.map((part) => part.interest));
  const payments = schedule.map((part) => plus(part.principal, part.interest));
  const byMonth = Array.from({ length: terms.termMonths }, () => 0n);
  for (const [i, part] of schedule.entries())
    byMonth[monthsBetween(disbursedOn, part.dueOn) - 1] = payments[i] ?? 0n;
  return {
    interest,
    fee,
    guaranteeFee,
    subsidy,
    net: minus(plus(interest, fee, guaranteeFee), subsidy),
    apr: yearlyRateOf(minus(terms.amount, plus(fee, guaranteeFee)), byMonth),
    schedule,
    firstPayment: payments[0] ?? zeroFen,
    largestPayment: greatestFen(zeroFen, ...payments),
  };
}
