import type { Day } from '~/domain/kernel/day.ts';

/** Who renews, as the bank determined it. */
export const borrowerSizes = ['micro', 'small', 'medium', 'large', 'sole-trader'] as const;
export type BorrowerSize = (typeof borrowerSizes)[number];

/** Rules for loans in service as effective-dated data (金规〔2024〕13号; 贷款通则). */
export type ServicingRules = {
  /** Whose renewals without repayment are no downgrade; medium firms if the loan falls due by the day. */
  readonly renewal: {
    readonly sizes: readonly BorrowerSize[];
    readonly soleTraders: boolean;
    readonly mediumUntil: Day;
  };
  /** How far a loan may be extended in all, by its term: a share of the term, or so many months. */
  readonly extension: readonly {
    readonly upToMonths: number | null;
    readonly sharePpm: number | null;
    readonly mostMonths: number | null;
  }[];
  /** How long before maturity the parties are told. */
  readonly remindDays: number;
};

/** Whether a renewal meets the rules for small firms; otherwise it is borrowing new to repay old, and is watched. */
export function renewalQualifies(
  size: BorrowerSize,
  maturityOn: Day,
  rules: Pick<ServicingRules, 'renewal'>,
): boolean {
  if (size === 'sole-trader') return rules.renewal.soleTraders;
  if (size === 'medium') return maturityOn <= rules.renewal.mediumUntil;
  return rules.renewal.sizes.includes(size);
}

/** The most months by which a loan of a term may be extended, all extensions together. */
export function mostExtension(termMonths: number, rules: ServicingRules): number {
  const rule = rules.extension.find((r) => r.upToMonths === null || termMonths <= r.upToMonths);
  if (!rule) return 0;
  if (rule.sharePpm !== null) return Math.floor((termMonths * rule.sharePpm) / 1_000_000);
  return rule.mostMonths ?? 0;
}
