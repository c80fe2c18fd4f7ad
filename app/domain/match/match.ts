import type { InstitutionId } from '~/domain/kernel/id.ts';
import { fitOf } from '~/domain/match/fit.ts';
import { type Candidate, rank } from '~/domain/match/rank.ts';
import { type Conditions, effortAt, openConditions, verdictIn } from '~/domain/match/standings.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import { conditionsOf, type Explanation, explain } from '~/domain/product/explain.ts';
import { type Price, priceFor, type Subsidised, type Wish } from '~/domain/product/price.ts';
import { conditionsOfProduct, isOffered, type Product } from '~/domain/product/product.ts';
import type { Lpr } from '~/domain/product/rate-rule.ts';

/** Products that firms are matched with, and their conditions opened once for all firms. */
export type Shelf<P extends Product = Product> = {
  readonly products: readonly P[];
  readonly conditions: Conditions;
};

export const shelfOf = <P extends Product>(products: readonly P[]): Shelf<P> => ({
  products,
  conditions: openConditions(products.map(conditionsOfProduct)),
});

/** One product of a match list: where it stands and what it would cost; its reasons are in `reasonsFor`. */
export type Match = Candidate & {
  /** Null while the bank publishes no rate, and for an amount or term that the product does not offer. */
  readonly price: Price | null;
};

/** Every condition of a product answered for a firm with its need: for the products that are shown. */
export const reasonsFor = (product: Product, applicant: Applicant): readonly Explanation[] =>
  conditionsOf(explain(conditionsOfProduct(product), applicant));

/** Working days in which banks usually decide; a bank without a measure is absent. */
export type DecisionDays = ReadonlyMap<InstitutionId, number>;

export type Market = {
  readonly lpr: Lpr;
  readonly subsidised: Subsidised | null;
  readonly decisionDays: DecisionDays;
};

/**
 * One firm's need against every product, ranked by the published rule. Verdicts and distances are those of `explain`, found
 * without an explanation for each.
 */
export function matchShelf(
  { products, conditions }: Shelf,
  wish: Wish,
  applicant: Applicant,
  market: Market,
): Match[] {
  const standings = conditions.stand({ ...applicant, need: wish });
  const matches = products.map((product, place): Match => {
    const price = isOffered(product, wish)
      ? priceFor(product, wish, { ...market, today: applicant.today })
      : null;
    return {
      productId: product.id,
      example: product.example,
      verdict: verdictIn(standings, place),
      failing: standings.failing[place] ?? 0,
      effort: effortAt(standings, place),
      netCost: price?.cost.net ?? null,
      fit: fitOf(wish, product),
      decisionDays: market.decisionDays.get(product.institutionId) ?? null,
      price,
    };
  });
  return rank(matches);
}
