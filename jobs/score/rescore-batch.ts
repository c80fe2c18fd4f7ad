import type { Handler } from '#jobs/handler.ts';
import { scoreBatch } from '~/server/score/score-batch.ts';

/** The next sheets of the firms that a batch touched. Its own transactions; done twice, the second finds nothing new. */
export const rescoreBatch: Handler<'score.rescore-batch'> = async ({ batchId }) => {
  await scoreBatch(batchId);
};
