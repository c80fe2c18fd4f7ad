import type { ProductId } from '~/domain/kernel/id.ts';
import type { ProductChange } from '~/domain/match/touched.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { withBatchTransaction } from '~/server/db/batch-client.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { matchProvince, type RunOutcome } from '~/server/match/match-province.ts';
import { productAt } from '~/server/product/as-body.ts';
import { productsByIds } from '~/server/product/store.ts';
import { findProductVersions } from '~/server/product/store-drafts.ts';
import { firmsOfBatch } from '~/server/score/store-province.ts';

const actor: Actor = system('match.refresh');

export type ProductTurn = {
  readonly productId: ProductId;
  readonly version: number;
  readonly ref: 'in-force' | 'ended';
};

/**
 * The lists that a changed product touches. All of them where it cannot be told what they were made with: nothing is known
 * of the version before, or a later one has overtaken this.
 */
export async function refreshListsOfProduct(turn: ProductTurn): Promise<RunOutcome> {
  const product = await withActor(actor, (tx) => changeOf(tx, turn));
  return matchProvince(product ? { selection: { product } } : {});
}

async function changeOf(tx: Tx, { productId, version, ref }: ProductTurn): Promise<ProductChange | null> {
  const [current] = await productsByIds(tx, [productId]);
  if (!current || current.version !== version) return null;
  const after = current.state === 'published' ? current : null;
  if (ref === 'ended') return { before: current, after };
  const earlier = (await findProductVersions(tx, productId)).find((each) => each.version < version);
  if (!earlier && version > 1) return null;
  return { before: earlier ? productAt(current, earlier.body) : null, after };
}

/** The lists of the firms whose records a batch touched. */
export async function refreshListsOfBatch(batchId: string): Promise<RunOutcome> {
  const firms = await withBatchTransaction((reader) => firmsOfBatch(reader, batchId));
  return matchProvince({ selection: { firms } });
}
