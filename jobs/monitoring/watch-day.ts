import { system } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { watchLoans } from '~/server/monitoring/watch-loans.ts';

/** A new day: due dates pass and windows move, so every watched loan is looked at. */
export async function watchDay(tx: Tx): Promise<void> {
  await watchLoans(tx, system('monitoring.watch-day'), null);
}
