import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findObjections, type ObjectionEntry, type ObjectionFilter } from '~/server/objection/store.ts';

const pageSize = 25;

/** A page of the objections of the reader's house: the firm's own, those to the provider's records, or all. */
export async function listObjections(actor: Actor, filter: ObjectionFilter) {
  const rows = await withActor(actor, (tx) => findObjections(tx, filter, pageSize));
  return {
    objections: rows.slice(0, pageSize).map(entryOf),
    tab: filter.state,
    page: filter.page,
    more: rows.length > pageSize,
    now: clock.now().toISOString(),
  };
}

export const entryOf = ({ receivedAt, ...row }: ObjectionEntry) => ({
  ...row,
  receivedAt: receivedAt.toISOString(),
});

export type ObjectionListed = ReturnType<typeof entryOf>;
