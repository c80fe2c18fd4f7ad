import type { RankingStep } from '~/domain/match/rank.ts';
import type { RepaymentMethod } from '~/domain/product/schedule.ts';

/** A loan worked out in public. Fen as digits, rates in ppm. */
export type WorkedLoan = {
  readonly principalFen: string;
  readonly rate: number;
  readonly termMonths: number;
  readonly method: RepaymentMethod;
  readonly feePpm: number;
  readonly guaranteeFeePpm: number;
  readonly netFen: string;
  readonly apr: number | null;
};

/** How fast a bank answers, in working days of its middle case. */
export type BankResponseRow = {
  readonly institutionId: string;
  readonly zh: string;
  readonly en: string;
  readonly cases: number;
  readonly pickupDays: number | null;
  readonly decisionDays: number | null;
  readonly returned: number;
  readonly measuredOn: string;
};

export type RuleShown = {
  readonly steps: readonly RankingStep[];
  readonly examples: readonly WorkedLoan[];
  readonly responses: readonly BankResponseRow[];
};
