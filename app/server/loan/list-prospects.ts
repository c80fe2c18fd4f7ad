import { z } from 'zod';
import { gradeLadder } from '~/domain/product/vocabulary.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readSectionNames } from '~/server/enterprise/store-reference.ts';
import { withOwnContacts } from '~/server/loan/show-cultivation.ts';
import { findProspects } from '~/server/loan/store-prospects.ts';

const some = <T extends z.ZodType>(of: T) => of.optional().catch(undefined);

/** The address of the list; a part that is not understood is left out. */
export const ProspectSearch = z.object({
  region: some(z.string().regex(/^\d{2,6}$/)),
  section: some(z.string().regex(/^[A-T]$/)),
  grade: some(z.enum(gradeLadder)),
  page: z.coerce.number().int().min(0).max(10_000).catch(0),
});
export type ProspectSearch = z.output<typeof ProspectSearch>;

const pageSize = 40;

/**
 * Firms that agreed to hear of offers, as a bank reads them: registration and public grade, nothing behind a consent to
 * data, and what it did itself. Who agreed more than a year ago is not on it.
 */
export async function listProspects(actor: Actor, { region, section, grade, page }: ProspectSearch) {
  const filter = { region: region ?? null, section: section ?? null, atLeast: grade ?? null };
  const today = clock.today();
  const rows = await withActor(system('loan.cultivation'), (tx) =>
    findProspects(tx, { ...filter, today, limit: pageSize + 1, offset: page * pageSize }),
  );
  return {
    query: { region: region ?? '', section: section ?? '', grade: grade ?? '', page },
    more: rows.length > pageSize,
    rows: await withOwnContacts(actor, rows.slice(0, pageSize)),
    sections: await withActor(actor, readSectionNames),
  };
}
