import type { Day } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import { measureResponses } from '~/server/application/measure-responses.ts';
import type { Tx } from '~/server/db/client.ts';

/** A new day: how fast banks answer is measured again, before products are ranked with it. */
export async function measureBanks(tx: Tx, today: Day): Promise<void> {
  await measureResponses(tx, system('application.measure-responses'), today);
}
