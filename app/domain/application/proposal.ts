import type { Day } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import type { Ppm } from '~/domain/kernel/rate.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { DayCount } from '~/domain/policy/day-count.ts';
import type { RepaymentMethod } from '~/domain/product/schedule.ts';
import { type DeclineReason, declineReasonCodes, mostReasons } from './decline-reason.ts';

/** The terms of an offer (授信方案); fees in fen for the whole term. */
export type OfferTerms = {
  readonly amount: Fen;
  readonly termMonths: number;
  readonly rate: Ppm;
  readonly dayCount: DayCount;
  readonly method: RepaymentMethod;
  readonly fee: Fen;
  readonly guaranteeFee: Fen;
  readonly conditions: string | null;
  readonly validUntil: Day;
};

/** What the officer proposes to the second person. */
export type Proposal =
  | { readonly outcome: 'approve'; readonly terms: OfferTerms }
  | { readonly outcome: 'decline'; readonly reasons: readonly DeclineReason[] };

export type ProposalRefusal =
  | { readonly code: 'application.no-reason' }
  | { readonly code: 'application.too-many-reasons'; readonly most: number }
  | { readonly code: 'application.unknown-reason' }
  | { readonly code: 'application.bad-terms' }
  | { readonly code: 'application.beyond-published'; readonly terms: Bound }
  | { readonly code: 'application.offer-ended' };

/**
 * What an offer may not go beyond, so that a firm gets at least what it was shown: the amount it asked for, and the
 * longest term and highest yearly rate that the product publishes; null where nothing is published.
 */
export type Bound = {
  readonly amount: Fen;
  readonly termMonths: number | null;
  readonly rate: Ppm | null;
};

/** A proposal that may go to the second person: sound terms and an offer that still binds, or one to four listed reasons. */
export function checkProposal(
  proposal: Proposal,
  today: Day,
  bound: Bound,
): Result<Proposal, ProposalRefusal> {
  if (proposal.outcome === 'decline') return checkReasons(proposal);
  const { amount, termMonths, rate, fee, guaranteeFee, validUntil } = proposal.terms;
  const isSound =
    amount > 0n &&
    Number.isInteger(termMonths) &&
    termMonths >= 1 &&
    rate >= 0 &&
    fee >= 0n &&
    guaranteeFee >= 0n;
  if (!isSound) return refuse({ code: 'application.bad-terms' });
  const isWithin =
    amount <= bound.amount && termMonths <= (bound.termMonths ?? termMonths) && rate <= (bound.rate ?? rate);
  if (!isWithin) return refuse({ code: 'application.beyond-published', terms: bound });
  return validUntil < today ? refuse({ code: 'application.offer-ended' }) : accept(proposal);
}

function checkReasons(
  proposal: Extract<Proposal, { outcome: 'decline' }>,
): Result<Proposal, ProposalRefusal> {
  const reasons = [...new Set(proposal.reasons)];
  if (reasons.length === 0) return refuse({ code: 'application.no-reason' });
  if (reasons.length > mostReasons)
    return refuse({ code: 'application.too-many-reasons', most: mostReasons });
  if (reasons.some((reason) => !declineReasonCodes.includes(reason)))
    return refuse({ code: 'application.unknown-reason' });
  return accept({ ...proposal, reasons });
}
