import type { SizeClass } from '~/domain/enterprise/size.ts';
import type { Fen } from '~/domain/kernel/money.ts';

/** How a loan counts in the statistics (domain.md row F9): 普惠小微, 首贷, 信用贷, 中长期. */
export const loanTags = ['inclusive', 'first-loan', 'unsecured', 'long-term'] as const;
export type LoanTag = (typeof loanTags)[number];

/** Tags that follow from the contract and stand from the disbursement; a first loan follows from evidence that may come late. */
export type ContractTag = Exclude<LoanTag, 'first-loan'>;

/** Policy data `loan-tags`. */
export type TagRules = {
  /** What a bank may have lent one borrower in all, at most, for the loan to be inclusive. */
  readonly inclusiveMostFen: bigint;
  readonly inclusiveSizes: readonly SizeClass[];
  readonly inclusiveSoleTraders: boolean;
  /** A term longer than so many months is a medium or long one. */
  readonly longBeyondMonths: number;
};

export type TagFacts = {
  readonly kind: 'company' | 'sole-trader';
  readonly size: SizeClass | 'undetermined';
  /** Limits of the borrower at this bank on the day, with this loan's. */
  readonly limitAtBank: Fen;
  readonly termMonths: number;
  /** What the firm offered as security; `credit` or nothing is none. */
  readonly collateral: readonly string[];
  /** A guarantor or insurer stands behind it. */
  readonly guaranteed: boolean;
};

/** The tags that a loan has by its contract. An undetermined size is never counted as small. */
export function contractTags(facts: TagFacts, rules: TagRules): ContractTag[] {
  const { kind, size, limitAtBank, termMonths, collateral, guaranteed } = facts;
  const isSmall =
    kind === 'sole-trader'
      ? rules.inclusiveSoleTraders
      : size !== 'undetermined' && rules.inclusiveSizes.includes(size);
  const isPledged = collateral.some((each) => each !== 'credit');
  return [
    ...(isSmall && limitAtBank <= rules.inclusiveMostFen ? (['inclusive'] as const) : []),
    ...(!isPledged && !guaranteed ? (['unsecured'] as const) : []),
    ...(termMonths > rules.longBeyondMonths ? (['long-term'] as const) : []),
  ];
}
