import type { Day } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

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

/** A firm in business that has no bank loan on record may join, once. */
export function mayJoin(firm: {
  readonly active: boolean;
  readonly hasLoan: boolean;
  readonly isListed: boolean;
}): Result<null, JoinRefusal> {
  if (!firm.active) return refuse({ code: 'loan.not-in-business' });
  if (firm.hasLoan) return refuse({ code: 'loan.borrowed-before' });
  return firm.isListed ? refuse({ code: 'loan.cultivated-already' }) : accept(null);
}
