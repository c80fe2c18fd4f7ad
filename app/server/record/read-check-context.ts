import type { Item } from '~/domain/catalogue/item.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { CheckContext } from '~/domain/record/bind-table.ts';
import { system } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readIndustryCodes, readRegionStandings } from '~/server/record/store.ts';

/** What the checks of a delivery need to know of the world: the catalogue in force, divisions and industries. */
export type CheckWorld = Omit<CheckContext, 'item'>;

/** Reads it once for all tables of a delivery. */
export function readCheckWorld(today: Day): Promise<CheckWorld> {
  return withActor(system('record.check'), async (tx) => {
    const industries = await readIndustryCodes(tx);
    const regions = await readRegionStandings(tx);
    return {
      catalogue: await readCatalogue(tx, today),
      today,
      regionStanding: (code) => regions.get(code) ?? null,
      isIndustry: (code) => industries.has(code),
    };
  });
}

/** The context of one delivery; `item` is the one it names. */
export const checkContext = (world: CheckWorld, item: Item | null): CheckContext => ({ ...world, item });
