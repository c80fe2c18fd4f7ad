import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { remindRetests as remind } from '~/server/institution/remind-retests.ts';

/** A new day: institutions whose assessment ends soon hear that the re-test is due. */
export async function remindRetests(tx: Tx, today: Day): Promise<void> {
  await remind(tx, today);
}
