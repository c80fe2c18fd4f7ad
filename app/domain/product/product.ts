import type { InstitutionId, ProductId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import type { Ppm } from '~/domain/kernel/rate.ts';
import { type Bounds, isWithin } from '~/domain/product/bounds.ts';
import { all, type Rule } from '~/domain/product/predicate.ts';
import type { RateRule } from '~/domain/product/rate-rule.ts';
import type { RepaymentMethod } from '~/domain/product/schedule.ts';
import type { Collateral, Purpose, Segment, Zone } from '~/domain/product/vocabulary.ts';

/** A loan product on the shelf with all that its bank publishes of it. Null and empty mean "not published". */
export type Product = {
  readonly id: ProductId;
  readonly institutionId: InstitutionId;
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly segment: Segment;
  readonly zones: readonly Zone[];
  readonly minFen: Fen | null;
  readonly maxFen: Fen | null;
  readonly minTermMonths: number | null;
  readonly maxTermMonths: number | null;
  readonly rateRule: RateRule;
  /** Paid once, a share of the principal. */
  readonly feePpm: Ppm;
  /** Paid per year of the loan to the guarantor, a share of the principal, where the loan is guaranteed. */
  readonly guaranteeFeePpm: Ppm;
  readonly methods: readonly RepaymentMethod[];
  /** Alternatives; empty when the bank publishes none. */
  readonly collateral: readonly Collateral[];
  readonly purposes: readonly Purpose[];
  readonly eligibility: Rule;
  /** The conditions in the bank's own words. */
  readonly eligibilityText: string | null;
  /** Where a published example was found, and how far that source is to be trusted (A to C). */
  readonly sourceNote: string | null;
  readonly sourceGrade: string | null;
  /** A real product published somewhere: an example, not a current offer of this platform. */
  readonly example: boolean;
};

const between = (atLeast: number | null, atMost: number | null): Bounds => ({
  ...(atLeast !== null && { atLeast }),
  ...(atMost !== null && { atMost }),
});

const fenNumber = (fen: Fen | null): number | null => (fen === null ? null : Number(fen));

/** Every condition of a product as one tree: what its terms imply (amount, term, purpose, security), then its own rules. */
export function conditionsOfProduct(product: Product): Rule {
  const { minFen, maxFen, minTermMonths, maxTermMonths, purposes, collateral } = product;
  const rules: Rule[] = [];
  if (minFen !== null || maxFen !== null)
    rules.push({ kind: 'amount', ...between(fenNumber(minFen), fenNumber(maxFen)) });
  if (minTermMonths !== null || maxTermMonths !== null)
    rules.push({ kind: 'term', ...between(minTermMonths, maxTermMonths) });
  if (purposes.length > 0) rules.push({ kind: 'purpose', in: purposes });
  if (collateral.length > 0) rules.push({ kind: 'collateral', in: collateral });
  return all(...rules, product.eligibility);
}

/** Whether the product lends an amount over a term: only these have a price. */
export const isOffered = (
  product: Product,
  { amountFen, termMonths }: { readonly amountFen: Fen; readonly termMonths: number },
): boolean =>
  isWithin(Number(amountFen), between(fenNumber(product.minFen), fenNumber(product.maxFen))) &&
  isWithin(termMonths, between(product.minTermMonths, product.maxTermMonths));
