import type { Handler } from '#jobs/handler.ts';
import { settleBatchChunks } from '~/server/compensation/settle-batch.ts';

/** Settles the claims of a batch piece by piece: each piece is wholly in or wholly out, whenever it is cut off. */
export const settleBatch: Handler<'compensation.settle-batch'> = async ({ batchId }, run) => {
  await settleBatchChunks(run.actor, batchId);
};
