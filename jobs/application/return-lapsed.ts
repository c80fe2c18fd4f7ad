import { system } from '~/server/access/actor.ts';
import { returnLapsedApplications } from '~/server/application/return-lapsed.ts';
import type { Tx } from '~/server/db/client.ts';

/** At the start of a day: applications past their clocks go back to the pool, ended offers are closed. */
export async function returnLapsed(tx: Tx): Promise<void> {
  await returnLapsedApplications(tx, system('application.return-lapsed'));
}
