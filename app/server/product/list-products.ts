import { findDocuments } from '#search/query.ts';
import type { ProductId } from '~/domain/kernel/id.ts';
import { audiences } from '~/domain/product/could-suit.ts';
import { countFacet, inOrderOf, meets, type ShelfFilter, sortShelf } from '~/domain/product/shelf.ts';
import { collaterals, segments, zones } from '~/domain/product/vocabulary.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type PricedProduct, productRow, withRates } from '~/server/product/product-view.ts';
import { filterOf, type ShelfSearch } from '~/server/product/shelf-query.ts';
import { publishedProducts } from '~/server/product/store.ts';
import { readLpr } from '~/server/product/store-lpr.ts';

const pageSize = 30;

/**
 * One page of the shelf with the count of every further choice. A shelf holds at most a few thousand products, so it is
 * narrowed here with the rules of the domain; the search port answers only the full text.
 */
export function listProducts(actor: Actor, search: ShelfSearch) {
  return withActor(actor, async (tx) => {
    const lpr = await readLpr(tx, clock.today());
    const shelf = (await publishedProducts(tx)).map((product) => withRates(product, lpr));
    const filter = filterOf(search);
    const { products: worded, near } = search.q
      ? await matchingWords(tx, shelf, search.q)
      : { products: shelf, near: false };
    const found = worded.filter((product) => meets(product, filter));
    const sorted = search.q && search.sort === 'best' ? found : sortShelf(found, search.sort);
    const pages = Math.max(1, Math.ceil(sorted.length / pageSize));
    const page = Math.min(search.page, pages);
    return {
      rows: sorted.slice((page - 1) * pageSize, page * pageSize).map(productRow),
      total: sorted.length,
      near,
      pages,
      query: { ...search, page },
      facets: facetsOf(worded, filter),
    };
  });
}

async function matchingWords(
  tx: Tx,
  shelf: readonly PricedProduct[],
  text: string,
): Promise<{ readonly products: PricedProduct[]; readonly near: boolean }> {
  const { hits, near } = await findDocuments(tx, { kind: 'product', text, limit: shelf.length });
  const ids = hits.map((hit) => hit.id as ProductId);
  return { products: inOrderOf(shelf, ids), near };
}

function facetsOf(products: readonly PricedProduct[], filter: ShelfFilter) {
  const banks = new Map(products.map((p) => [p.institutionId as string, { zh: p.bankZh, en: p.bankEn }]));
  const byBank = countFacet(products, filter, 'bank', [...banks.keys()]).map((facet) => ({
    ...facet,
    zh: banks.get(facet.value)?.zh ?? '',
    en: banks.get(facet.value)?.en ?? '',
  }));
  return {
    zone: countFacet(products, filter, 'zone', zones),
    bank: byBank.sort((a, b) => b.count - a.count || (a.zh < b.zh ? -1 : 1)),
    audience: countFacet(products, filter, 'audience', audiences),
    segment: countFacet(products, filter, 'segment', segments),
    collateral: countFacet(products, filter, 'collateral', collaterals),
    offer: countFacet(products, filter, 'offer', ['current', 'example'] as const),
  };
}
