import type { InstitutionId } from '~/domain/kernel/id.ts';
import { fitOf } from '~/domain/match/fit.ts';
import { type Candidate, rank } from '~/domain/match/rank.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import { effortOf } from '~/domain/product/effort.ts';
import { conditionsOf, type Explanation, explain } from '~/domain/product/explain.ts';
import { type Price, priceFor, type Subsidised, type Wish } from '~/domain/product/price.ts';
import { conditionsOfProduct, isOffered, type Product } from '~/domain/product/product.ts';
import type { Lpr } from '~/domain/product/rate-rule.ts';

/** One product of a match list: where it stands, every condition answered, and what it would cost. */
export type Match = Candidate & {
  readonly conditions: readonly Explanation[];
  /** Null while the bank publishes no rate, and for an amount or term that the product does not offer. */
  readonly price: Price | null;
};

/** Working days in which banks usually decide; a bank without a measure is absent. */
export type DecisionDays = ReadonlyMap<InstitutionId, number>;

export type Market = {
  readonly lpr: Lpr;
  readonly subsidised: Subsidised | null;
  readonly decisionDays: DecisionDays;
};

function matchOne(product: Product, wish: Wish, applicant: Applicant, market: Market): Match {
  const answered = explain(conditionsOfProduct(product), applicant);
  const conditions = conditionsOf(answered);
  const price = isOffered(product, wish)
    ? priceFor(product, wish, { ...market, today: applicant.today })
    : null;
  return {
    productId: product.id,
    example: product.example,
    verdict: answered.verdict,
    failing: conditions.filter((condition) => condition.verdict === 'fail').length,
    effort: effortOf(answered),
    netCost: price?.cost.net ?? null,
    fit: fitOf(wish, product),
    decisionDays: market.decisionDays.get(product.institutionId) ?? null,
    conditions,
    price,
  };
}

/** One firm's need against every product, ranked by the published rule. */
export const matchShelf = (
  products: readonly Product[],
  wish: Wish,
  applicant: Applicant,
  market: Market,
): Match[] => rank(products.map((product) => matchOne(product, wish, { ...applicant, need: wish }, market)));
