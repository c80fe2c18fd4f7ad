import type { SearchDocument, SearchKind } from '#search/documents.ts';
import type { Tx } from '~/server/db/client.ts';
import { productDocument } from '~/server/product/product-document.ts';
import { publishedProducts } from '~/server/product/store.ts';

/**
 * Where the documents of each kind come from: what the rows say now. A kind without a source has no documents. All of a
 * kind at once, since the shelf is small.
 */
const sources: { readonly [K in SearchKind]?: (tx: Tx) => Promise<SearchDocument[]> } = {
  product: async (tx) => (await publishedProducts(tx)).map(productDocument),
};

/** Every document that there should be, made from its rows anew. */
export async function documentsFromRows(tx: Tx): Promise<SearchDocument[]> {
  const documents: SearchDocument[] = [];
  for (const read of Object.values(sources)) documents.push(...(await read(tx)));
  return documents;
}
