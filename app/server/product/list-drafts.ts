import { type Actor, asInstitution, asPerson } from '~/server/access/actor.ts';
import { reachOf } from '~/server/access/policy.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findOpenProductDrafts } from '~/server/product/store-drafts.ts';

/** Versions that a bank has in the making, and whether the person may begin one. */
export async function listProductDrafts(actor: Actor) {
  const { institutionId } = asInstitution(actor);
  const rows = await withActor(actor, (tx) => findOpenProductDrafts(tx, institutionId));
  return {
    mayDraft: reachOf(actor, 'product.draft') !== null,
    rows: rows.map((row) => ({
      id: row.id,
      productId: row.productId,
      nameZh: row.body.nameZh,
      nameEn: row.body.nameEn,
      version: row.version,
      state: row.state,
      offShelf: row.offShelf,
      effectiveFrom: row.effectiveFrom,
      isMine: row.draftedBy === asPerson(actor).userId,
    })),
  };
}
