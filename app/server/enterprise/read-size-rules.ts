import { anonymous } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readSections, readSizeTable } from '~/server/enterprise/store-reference.ts';

/** The size standard in force and what a page needs to apply it while somebody types; public reference data. */
export const readSizeRules = () =>
  withActor(anonymous, async (tx) => ({
    table: await readSizeTable(tx, clock.today()),
    sections: await readSections(tx),
  }));
