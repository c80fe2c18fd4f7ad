import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { makeReturn as make } from '~/server/monitoring/month-return/make-return.ts';

/** Once a day: last month's return on funded firms is made, and the desk reminded on the last day for filing. */
export const makeReturn = (tx: Tx, today: Day): Promise<void> => make(tx, today);
