import { z } from 'zod';
import type { ProductId } from '~/domain/kernel/id.ts';
import { fen, parseYuan, wan } from '~/domain/kernel/money.ts';
import { needLimits } from '~/domain/need/need.ts';
import { priceFor, type Wish } from '~/domain/product/price.ts';
import { priceView } from '~/domain/product/price-view.ts';
import { isOffered, type Product } from '~/domain/product/product.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { withRates } from '~/server/product/product-view.ts';
import { productDetails } from '~/server/product/show-product.ts';
import { publishedProducts } from '~/server/product/store.ts';
import { readLpr } from '~/server/product/store-lpr.ts';

/** Products side by side at most. */
export const mostCompared = 4;

/** `p=a,b` or the name repeated, as a form of ticks sends it; what is no product is left out, so a link never breaks. */
const chosen = z
  .union([z.string(), z.array(z.string())])
  .catch([])
  .default([])
  .transform((given) => [
    ...new Set(
      [given]
        .flat()
        .flatMap((part) => part.split(','))
        .filter((id) => z.uuid().safeParse(id).success),
    ),
  ]);

/** The address of a comparison: products, 万元 and months. */
export const CompareSearch = z.object({
  p: chosen,
  amount: z.string().trim().max(20).optional().catch(undefined),
  term: z.coerce.number().int().min(1).max(needLimits.longestMonths).catch(12).default(12),
});
export type CompareSearch = z.output<typeof CompareSearch>;

/** Up to four products side by side, each priced for the same amount and term where it offers them. */
export function compareProducts(actor: Actor, search: CompareSearch) {
  return withActor(actor, async (tx) => {
    const today = clock.today();
    const lpr = await readLpr(tx, today);
    const shelf = await publishedProducts(tx);
    const found = search.p.flatMap((id) => shelf.find((product) => product.id === (id as ProductId)) ?? []);
    const amountFen = amountOf(search.amount);
    const rows = found.slice(0, mostCompared).map((product) => {
      const wish = wishFor(product, amountFen, search.term);
      const price = isOffered(product, wish)
        ? priceFor(product, wish, { lpr, today, subsidised: null })
        : null;
      return { ...productDetails(withRates(product, lpr)), price: price && priceView(price) };
    });
    return {
      products: rows,
      leftOut: found.length - rows.length,
      amountFen: String(amountFen),
      term: search.term,
    };
  });
}

const usual = wan(50);

function amountOf(typed: string | undefined) {
  const amount = typed ? parseYuan(`${typed}万`) : null;
  return amount !== null && amount > 0n && amount <= needLimits.most ? fen(amount) : usual;
}

/** Each product with its own security and purpose: what is compared is money for a time. */
const wishFor = (product: Product, amountFen: Wish['amountFen'], termMonths: number): Wish => ({
  amountFen,
  termMonths,
  purpose: product.purposes[0] ?? 'working-capital',
  collateral: product.collateral,
  method: null,
});
