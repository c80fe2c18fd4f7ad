import type { Handler } from '#jobs/handler.ts';
import { mapRelations } from '~/server/feature/relations/map-relations.ts';
import { measureSpread } from '~/server/score/measure-spread.ts';
import { scoreProvince } from '~/server/score/score-province.ts';

/** Every firm of which something can have changed by the new day. Its own transaction; done twice, the second finds nothing new. */
export const rescoreProvince: Handler<'score.rescore-province'> = async () => {
  await mapRelations({ batchId: null });
  await scoreProvince({ selection: 'due', cause: 'batch' });
  await measureSpread();
};
