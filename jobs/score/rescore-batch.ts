import type { Handler } from '#jobs/handler.ts';
import { scoreProvince } from '~/server/score/score-province.ts';

/** The next sheets of the firms that a batch touched. Its own transaction; done twice, the second finds nothing new. */
export const rescoreBatch: Handler<'score.rescore-batch'> = async ({ batchId }) => {
  await scoreProvince({ selection: { batchId }, cause: 'batch' });
};
