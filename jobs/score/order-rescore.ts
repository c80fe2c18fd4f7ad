import type { Day } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';

/** Orders the day's run over all firms: too long for the transaction of the day itself. */
export const orderRescore = (tx: Tx, day: Day): Promise<void> =>
  recordChange(tx, system('score.order-rescore'), {
    kind: 'score.rescore-ordered',
    payload: { day },
    jobs: [{ name: 'score.rescore-province', payload: { day } }],
  });
