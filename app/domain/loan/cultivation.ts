import { addMonths, type Day } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

/** Why a firm lets banks know it by name: to be led to its first loan, or to hear of offers (prospecting, with consent). */
export type Aim = 'first-loan' | 'offers';

/** How long a firm hears of offers unless it joins again. */
export const offerMonths = 12;

/**
 * The first day on which a firm is on the list no more, unless it joins again: a consent to be approached does not last for
 * ever (domain.md row B7: twelve months at most). A first loan ends the other list by itself.
 */
export const listedUntil = (joinedOn: Day, aim: Aim): Day | null =>
  aim === 'offers' ? addMonths(joinedOn, offerMonths) : null;

/**
 * Where a firm on the list of first-loan cultivation stands (首贷培育, domain.md row E9). It is never stored: a first loan
 * is what its evidence says now (edge case 7), so a firm whose loan turns out to be none is being cultivated again.
 */
export type CultivationStanding = 'waiting' | 'contacted' | 'graduated' | 'borrowed' | 'left';

export type CultivationCase = {
  readonly leftOn: Day | null;
  /** Contacts of banks since the firm joined, as many as the reader may see. */
  readonly contacts: number;
  /** A loan of the firm on the platform. */
  readonly hasLoan: boolean;
  /** The statistics count one of its loans as the first. */
  readonly firstCounted: boolean;
};

/** Counted as a first loan: graduated. Borrowed without that being proven: off the list, and not a success yet. */
export function cultivationStanding(of: CultivationCase): CultivationStanding {
  if (of.firstCounted) return 'graduated';
  if (of.hasLoan) return 'borrowed';
  if (of.leftOn !== null) return 'left';
  return of.contacts > 0 ? 'contacted' : 'waiting';
}

export type JoinRefusal = {
  readonly code: 'loan.cultivated-already' | 'loan.borrowed-before' | 'loan.not-in-business';
};

type Joining = { readonly active: boolean; readonly hasLoan: boolean; readonly isListed: boolean };

/** A firm in business may join once for each aim; for its first loan, one that has no bank loan on record. */
export function mayJoin(firm: Joining, aim: Aim): Result<null, JoinRefusal> {
  if (!firm.active) return refuse({ code: 'loan.not-in-business' });
  if (firm.hasLoan && aim === 'first-loan') return refuse({ code: 'loan.borrowed-before' });
  return firm.isListed ? refuse({ code: 'loan.cultivated-already' }) : accept(null);
}
