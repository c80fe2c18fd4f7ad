import type { Item } from '~/domain/catalogue/item.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { CheckContext } from '~/domain/record/bind-table.ts';
import { system } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { database, type Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readIndustryCodes, readRegionStandings, stampOfCodes } from '~/server/record/store.ts';

/** What the checks of a delivery need to know of the world: the catalogue in force, divisions and industries. */
export type CheckWorld = Omit<CheckContext, 'item'>;

type Codes = {
  readonly stamp: string;
  readonly industries: Awaited<ReturnType<typeof readIndustryCodes>>;
  readonly regions: Awaited<ReturnType<typeof readRegionStandings>>;
};

/** Divisions and industries by database: five thousand rows that hardly ever change. */
const known = new WeakMap<object, Codes>();

/** The codes as the tables have them now: read anew when any of their rows is another than at the last reading. */
async function readCodes(tx: Tx): Promise<Codes> {
  const stamp = await stampOfCodes(tx);
  const before = known.get(database());
  if (before?.stamp === stamp) return before;
  const codes = { stamp, industries: await readIndustryCodes(tx), regions: await readRegionStandings(tx) };
  known.set(database(), codes);
  return codes;
}

/** Reads it once for all tables of a delivery. */
export function readCheckWorld(today: Day): Promise<CheckWorld> {
  return withActor(system('record.check'), async (tx) => {
    const { industries, regions } = await readCodes(tx);
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
