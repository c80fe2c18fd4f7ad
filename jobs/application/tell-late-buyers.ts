import { system } from '~/server/access/actor.ts';
import { tellLateBuyers } from '~/server/application/tell-late-buyers.ts';
import type { Tx } from '~/server/db/client.ts';

/** A new day: buyers that did not confirm in time are told of. */
export async function tellOfLateBuyers(tx: Tx): Promise<void> {
  await tellLateBuyers(tx, system('application.late-buyers'));
}
