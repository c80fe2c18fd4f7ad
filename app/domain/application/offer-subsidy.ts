import { addMonths, type Day } from '~/domain/kernel/day.ts';
import { type Fen, plus, zeroFen } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import { assessLoan } from '~/domain/policy/assess.ts';
import type { Subsidised } from '~/domain/product/price.ts';
import { scheduleOfOffer } from './offer-cost.ts';
import type { OfferTerms } from './proposal.ts';

export type ExpectedSubsidy = { readonly amount: Fen; readonly schemes: readonly string[] };

/**
 * The subsidy that the schemes in force on a day would pay on an offer drawn that day, with the contract's own basis
 * (domain.md §2.7): one loan, one central scheme; caps run across banks. What counts is decided at disbursement.
 */
export function expectedSubsidy(
  terms: OfferTerms,
  purpose: string,
  on: Day,
  by: Subsidised,
): ExpectedSubsidy {
  const paid = scheduleOfOffer(terms, on).filter((part) => part.principal > 0n);
  const answer = assessLoan(
    {
      borrower: by.borrower,
      principal: terms.amount,
      rate: terms.rate,
      dayCount: terms.dayCount,
      termMonths: terms.termMonths,
      contractOn: on,
      drawnOn: on,
      maturityOn: addMonths(on, terms.termMonths),
      balances: [
        { from: on, balance: terms.amount },
        ...paid.map((part) => ({ from: part.dueOn, balance: part.balanceAfter })),
      ],
      purpose,
      flags: terms.guaranteeFee > 0n ? ['guaranteed'] : [],
      renewal: purpose === 'renewal',
      centralSubsidies: [],
      localSubsidy: ppm(0),
      capUsed: by.capUsed,
    },
    by.schemes,
  );
  if (answer.outcome === 'none-in-force') return { amount: zeroFen, schemes: [] };
  const paying = answer.assessments.filter((a) => a.eligible && a.scheme.kind === 'subsidy');
  return { amount: plus(...paying.map((a) => a.amount)), schemes: paying.map((a) => a.scheme.code) };
}
