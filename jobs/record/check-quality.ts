import type { Handler } from '#jobs/handler.ts';
import { system } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { checkBatchQuality, checkQuality } from '~/server/record/check-quality.ts';

/** A new day: items may have become late, and batches of the day may not be measured yet. */
export async function checkDay(tx: Tx): Promise<void> {
  await checkQuality(tx);
}

/** A batch came in: it is measured. */
export const checkBatch: Handler<'record.check-quality'> = async ({ batchId }) => {
  await withActor(system('record.check-quality'), (tx) => checkBatchQuality(tx, batchId), {
    timeout: 120_000,
  });
};
