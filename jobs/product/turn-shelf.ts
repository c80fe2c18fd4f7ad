import type { Day } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { turnShelf } from '~/server/product/bring-into-force.ts';

/** A new day: versions whose day it is go on the shelf, products whose last day is past leave it. */
export const turnProductShelf = (tx: Tx, today: Day): Promise<void> =>
  turnShelf(tx, system('product.turn-shelf'), today);
