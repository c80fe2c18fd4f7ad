import { randomUUID } from 'node:crypto';
import { system } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';

/** Once a day: what was corrected, revoked or sealed by decision at a predecessor reaches its successors too. */
export const orderSuccession = (tx: Tx): Promise<void> =>
  recordChange(tx, system('record.order-succession'), {
    kind: 'record.succession-ordered',
    jobs: [{ name: 'record.follow-succession', payload: { ref: randomUUID() } }],
  });
