import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { makeDispatches } from '~/server/record/make-dispatches.ts';

/** Once a day: on the day of dispatch providers hear what they delivered and who used it. */
export const dispatchMonth = (tx: Tx, today: Day): Promise<void> => makeDispatches(tx, today);
