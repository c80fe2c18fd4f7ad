import type { Actor } from '~/server/access/actor.ts';
import { type PostingState, postingCounts } from '~/server/application/store-posting-counts.ts';
import { withActor } from '~/server/db/with-actor.ts';

export const postingStates = ['open', 'ended', 'closed', 'all'] as const;

/**
 * Posted needs with how many banks did what with each, the latest first; for the platform alone, without who asks. `isCut` tells that
 * there are more than the `most` that are listed.
 */
export async function listPostings(actor: Actor, state: PostingState, most = 10_000) {
  const rows = await withActor(actor, (tx) => postingCounts(tx, state, most + 1));
  return { rows: rows.slice(0, most), isCut: rows.length > most };
}
