import type { Day } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { takeAnnouncedEffect } from '~/server/restatement/take-effect.ts';

/** Once a day: falls that firms were told of take effect. */
export async function takeEffect(tx: Tx, today: Day): Promise<void> {
  await takeAnnouncedEffect(tx, system('restatement.take-effect'), today);
}
