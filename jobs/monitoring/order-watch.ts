import type { Day } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';

/** Orders the day's look at every watched loan: too long for the transaction of the day itself. */
export const orderWatch = (tx: Tx, day: Day): Promise<void> =>
  recordChange(tx, system('monitoring.order-watch'), {
    kind: 'monitoring.watch-ordered',
    payload: { day },
    jobs: [{ name: 'monitoring.watch-day', payload: { day } }],
  });
