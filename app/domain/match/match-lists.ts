import type { Day } from '~/domain/kernel/day.ts';
import type { ProductId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { buildIndex, codesOf } from '~/domain/match/bitmap-index.ts';
import { fitOf } from '~/domain/match/fit.ts';
import type { DecisionDays } from '~/domain/match/match.ts';
import { compareCandidates } from '~/domain/match/rank.ts';
import { openVerdicts } from '~/domain/match/verdicts.ts';
import { outsideCoverage } from '~/domain/policy/coverage.ts';
import type { Borrower } from '~/domain/policy/loan-facts.ts';
import { type Scheme, type SubsidyScheme, schemesInForce } from '~/domain/policy/scheme.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import { type Clause, clausesOf } from '~/domain/product/clauses.ts';
import { priceFor, type Wish } from '~/domain/product/price.ts';
import { conditionsOfProduct, type Product } from '~/domain/product/product.ts';
import type { Lpr } from '~/domain/product/rate-rule.ts';
import { verdictCodes } from '~/domain/product/verdict-code.ts';

export type Run = {
  readonly products: readonly Product[];
  readonly today: Day;
  readonly lpr: Lpr;
  readonly schemes: readonly Scheme[];
  readonly decisionDays: DecisionDays;
};

/** One firm of a run with what it wants; `capUsed` is empty for all but the few that already have a subsidised loan. */
export type RunFirm = {
  readonly applicant: Applicant;
  readonly wish: Wish;
  readonly borrower: Borrower;
  readonly capUsed: { readonly [schemeCode: string]: Fen };
};

/** The result kept for a firm: the first products in the published order, and how all of them stand. */
export type MatchList = {
  readonly productIds: readonly ProductId[];
  readonly passed: number;
  readonly unknown: number;
};

/** Products that a list keeps: eligible ones, then open ones. */
export const longestList = 10;

export type Matcher = {
  /** How many products are matched. */
  readonly products: number;
  /** Features that conditions ask for: nothing else of a sheet need be read. */
  readonly features: readonly string[];
  match(firm: RunFirm): MatchList;
};

/**
 * Matches many firms with one shelf, each for its own need, with the verdicts of `explain` and the order of `rank`.
 * Conditions are indexed once; prices differ only by the need and the subsidy, so the order of the shelf is worked out
 * once for each need that is met and each set of schemes that cover a borrower.
 */
export function openMatcher(run: Run): Matcher {
  const { products } = run;
  const index = buildIndex(products.map(waysInto));
  const orderFor = shelfOrders(run);
  const answer = openVerdicts(index);
  const codes = new Uint8Array(products.length);
  const match = (firm: RunFirm): MatchList => {
    const classes = codesOf(index, (attribute) => attribute.read({ ...firm.applicant, need: firm.wish }));
    answer(classes, codes);
    return listOf(products, codes, orderFor(firm));
  };
  const features = index.literals.flatMap(({ atom }) => (atom.kind === 'feature' ? [atom.code] : []));
  return { products: products.length, features: [...new Set(features)], match };
}

/** The ways into a product; a shelf never holds one with too many, its schema refuses it. */
export function waysInto(product: Product): readonly Clause[] {
  const ways = clausesOf(conditionsOfProduct(product));
  if (ways === null) throw new Error(`${product.code} has more ways in than an index takes`);
  return ways;
}

function listOf(products: readonly Product[], codes: Uint8Array, order: readonly number[]): MatchList {
  const counts = [0, 0, 0];
  for (const code of codes) counts[code] = (counts[code] ?? 0) + 1;
  const productIds: ProductId[] = [];
  for (const wanted of [verdictCodes.pass, verdictCodes.unknown])
    for (const at of order) {
      if (productIds.length === longestList) break;
      const product = products[at];
      if (codes[at] === wanted && product) productIds.push(product.id);
    }
  const [, unknown = 0, passed = 0] = counts;
  return { productIds, passed, unknown };
}

/** Places of the products by current offer, net cost, fit, response and id: the steps of the ranking that verdicts leave open. */
function shelfOrders(run: Run): (firm: RunFirm) => readonly number[] {
  const subsidies = schemesInForce(run.schemes, run.today).filter(
    (s): s is SubsidyScheme => s.kind === 'subsidy',
  );
  const known = new Map<string, readonly number[]>();
  return (firm) => {
    const covered = subsidies.map((scheme) => Number(isCovered(scheme, firm.borrower, firm.wish)));
    const used = Object.entries(firm.capUsed).map(([code, fen]) => `${code}=${fen}`);
    const key = [wishKey(firm.wish), covered.join(''), ...used].join(' ');
    const held = known.get(key);
    if (held) return held;
    if (known.size >= mostOrders) known.clear();
    const order = orderOf(run, firm);
    known.set(key, order);
    return order;
  };
}

/** Orders of the shelf that are kept at a time: needs repeat round figures, so few are worked out twice. */
const mostOrders = 2_000;

const wishKey = ({ amountFen, termMonths, purpose, collateral, method }: Wish): string =>
  [amountFen, termMonths, purpose, [...collateral].sort().join('+'), method].join('/');

/** Coverage asks for the borrower and the purpose only. */
const isCovered = (scheme: SubsidyScheme, borrower: Borrower, { purpose }: Wish): boolean =>
  outsideCoverage(scheme.body.coverage, { borrower, purpose, flags: [] }).length === 0;

function orderOf(
  { products, today, lpr, schemes, decisionDays }: Run,
  { borrower, capUsed, wish }: RunFirm,
): number[] {
  const candidates = products.map((product, at) => ({
    at,
    productId: product.id,
    example: product.example,
    verdict: 'pass' as const,
    failing: 0,
    effort: null,
    netCost:
      priceFor(product, wish, { lpr, today, subsidised: { schemes, borrower, capUsed } })?.cost.net ?? null,
    fit: fitOf(wish, product),
    decisionDays: decisionDays.get(product.institutionId) ?? null,
  }));
  return candidates.sort(compareCandidates).map((candidate) => candidate.at);
}
