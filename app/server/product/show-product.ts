import { z } from 'zod';
import type { ProductId } from '~/domain/kernel/id.ts';
import { type Fen, fen, leastFen, parseYuan, wan } from '~/domain/kernel/money.ts';
import { accept, refuse } from '~/domain/kernel/result.ts';
import { atomsOf } from '~/domain/product/predicate.ts';
import { methodFor, priceFor, type Wish } from '~/domain/product/price.ts';
import { planView, priceView } from '~/domain/product/price-view.ts';
import { conditionsOfProduct, type Product } from '~/domain/product/product.ts';
import { repaymentMethods } from '~/domain/product/schedule.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type PricedProduct, productRow, withRates } from '~/server/product/product-view.ts';
import { findPublished } from '~/server/product/store.ts';
import { readLpr } from '~/server/product/store-lpr.ts';
import { readCodeNames } from '~/server/product/store-names.ts';

/** The calculator's part of the address; what is not understood is left out. */
export const CalculatorSearch = z.object({
  amount: z.string().trim().max(20).optional().catch(undefined),
  term: z.coerce.number().int().min(1).max(360).optional().catch(undefined),
  method: z.enum(repaymentMethods).optional().catch(undefined),
});
export type CalculatorSearch = z.output<typeof CalculatorSearch>;

export type ShowProductRefusal = { readonly code: 'product.not-found' };

/** One product on the shelf for anybody: terms, conditions, and what an amount over a term would cost. */
export function showProduct(actor: Actor, id: ProductId, search: CalculatorSearch) {
  return withActor(actor, async (tx) => {
    const found = await findPublished(tx, id);
    if (!found) return refuse<ShowProductRefusal>({ code: 'product.not-found' });
    const today = clock.today();
    const lpr = await readLpr(tx, today);
    const product = withRates(found, lpr);
    const conditions = conditionsOfProduct(product);
    const { wish, isClamped } = wishFrom(search, product);
    const price = priceFor(product, wish, { lpr, today, subsidised: null });
    return accept({
      product: productDetails(product),
      conditions,
      names: await readCodeNames(tx, atomsOf(conditions)),
      calculator: {
        amountFen: String(wish.amountFen),
        termMonths: wish.termMonths,
        method: methodFor(product, wish.method),
        isClamped,
        price: price && priceView(price),
        plan: price && planView(price),
      },
    });
  });
}

/** A product with all its terms, as its page and a comparison show it. */
export const productDetails = (p: PricedProduct) => ({
  ...productRow(p),
  rateRule: p.rateRule,
  feePpm: p.feePpm,
  guaranteeFeePpm: p.guaranteeFeePpm,
  methods: p.methods,
  purposes: p.purposes,
  quotaFen: p.quotaFen === null ? null : String(p.quotaFen),
  validTo: p.validTo,
  eligibilityText: p.eligibilityText,
  sourceNote: p.sourceNote,
  sourceGrade: p.sourceGrade,
});

const usualAmount = wan(50);
const usualMonths = 12;

/** What the calculator works with: what was asked, moved to the nearest that the product offers. */
function wishFrom(search: CalculatorSearch, product: Product): { wish: Wish; isClamped: boolean } {
  const asked = search.amount ? parseYuan(`${search.amount}万`) : null;
  const amount = asked !== null && asked > 0n ? asked : usualAmount;
  const amountFen = clampFen(amount, product);
  const termMonths = clamp(search.term ?? usualMonths, product.minTermMonths, product.maxTermMonths);
  const isClamped =
    (asked !== null && amountFen !== asked) || (search.term !== undefined && termMonths !== search.term);
  const wish: Wish = {
    amountFen,
    termMonths,
    purpose: product.purposes[0] ?? 'working-capital',
    collateral: product.collateral,
    method: search.method ?? null,
  };
  return { wish, isClamped };
}

const largestShown = wan(100_000);

function clampFen(amount: Fen, { minFen, maxFen }: Product): Fen {
  const below = leastFen(amount, maxFen ?? largestShown);
  return minFen !== null && below < minFen ? minFen : fen(below);
}

const clamp = (value: number, least: number | null, most: number | null): number =>
  Math.max(least ?? value, Math.min(value, most ?? value));
