import type { EnterpriseId, NeedId } from '~/domain/kernel/id.ts';
import { type Fen, wan, yuan } from '~/domain/kernel/money.ts';
import type { NeedTerms } from '~/domain/product/applicant.ts';
import type { RepaymentMethod } from '~/domain/product/schedule.ts';

/** A financing need (融资需求) of a firm, the start of every match. Its terms never change: another wish is another need. */
export type Need = NeedTerms & {
  readonly id: NeedId;
  readonly enterpriseId: EnterpriseId;
  /** The way of repaying that the firm prefers; null when any will do. It ranks, it never rules out. */
  readonly method: RepaymentMethod | null;
  readonly note: string | null;
  readonly state: 'open' | 'closed';
  readonly createdAt: Date;
};

export type NeedDraft = Omit<Need, 'id' | 'enterpriseId' | 'state' | 'createdAt'>;

/** What a form accepts: wide enough for every product of the shelf, narrow enough to catch a slip of the unit. */
export const needLimits = {
  least: yuan(1_000),
  most: wan(100_000),
  shortestMonths: 1,
  longestMonths: 360,
} as const satisfies { least: Fen; most: Fen; shortestMonths: number; longestMonths: number };

/** Whether two needs ask for the same money: the same amount, term, purpose and pledge. */
export const isSameWish = (a: NeedTerms, b: NeedTerms): boolean =>
  a.amountFen === b.amountFen &&
  a.termMonths === b.termMonths &&
  a.purpose === b.purpose &&
  [...a.collateral].sort().join() === [...b.collateral].sort().join();
