import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { reclaimOf } from '~/server/subsidy/shown.ts';
import { findReclaims } from '~/server/subsidy/store-reclaims.ts';

const pageSize = 25;

/** Reports of misuse and what is being taken back, open ones first. */
export function listReclaims(actor: Actor, page: number) {
  return withActor(actor, async (tx) => {
    const rows = await findReclaims(tx, {}, pageSize + 1, page * pageSize);
    return { reclaims: rows.slice(0, pageSize).map(reclaimOf), page, more: rows.length > pageSize };
  });
}
