import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findOwnProducts } from '~/server/overview/store-own-products.ts';

/** A bank's own products with what became of the applications for them. */
export async function listOwnProducts(actor: Actor) {
  const { institutionId } = asInstitution(actor);
  const rows = await withActor(actor, (tx) => findOwnProducts(tx, institutionId));
  return rows.map((row) => ({
    id: row.id,
    nameZh: row.name_zh,
    nameEn: row.name_en,
    state: row.state,
    minFen: row.min_fen?.toString() ?? null,
    maxFen: row.max_fen?.toString() ?? null,
    maxTermMonths: row.max_term_months,
    pending: row.pending,
    approved: row.approved,
    declined: row.declined,
    lentFen: row.lent_fen.toString(),
  }));
}
