import type { InstitutionId } from '~/domain/kernel/id.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { banksKeptFrom } from '~/server/application/store-kept-from.ts';
import { findPosting, type PostingRow } from '~/server/application/store-posting.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** A posting says whose it is, so the database shows it to its firm alone; for banks the platform reads it and leaves that out. */
export const postingReader: Actor = system('application.posted-needs');

/** A posting that the bank may know of; null for one that does not exist or is kept from it. */
export const postingFor = (institutionId: InstitutionId, id: string): Promise<PostingRow | null> =>
  withActor(postingReader, async (tx) => {
    const posting = await findPosting(tx, id);
    return posting && !(await banksKeptFrom(tx, posting)).has(institutionId) ? posting : null;
  });
