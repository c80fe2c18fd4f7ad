import { system } from '~/server/access/actor.ts';
import { returnNeeds } from '~/server/application/return-needs.ts';
import type { Tx } from '~/server/db/client.ts';

/** A new day: posted needs come back from banks that did not answer in time, and old postings end. */
export async function returnPostedNeeds(tx: Tx): Promise<void> {
  await returnNeeds(tx, system('application.return-needs'));
}
