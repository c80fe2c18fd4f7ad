import { removeDocuments, writeDocuments } from '#search/write.ts';
import type { ProductId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';
import { productDocument } from '~/server/product/product-document.ts';
import { productsByIds } from '~/server/product/store.ts';

/** Makes products findable as they stand now; what is no longer on the shelf is found no more. Repeating it changes nothing. */
export async function indexProducts(tx: Tx, ids: readonly ProductId[]): Promise<void> {
  const products = await productsByIds(tx, ids);
  const shelved = products.filter((product) => product.state === 'published');
  const kept = new Set(shelved.map((product) => product.id));
  await writeDocuments(tx, shelved.map(productDocument));
  await removeDocuments(
    tx,
    'product',
    ids.filter((id) => !kept.has(id)),
  );
}
