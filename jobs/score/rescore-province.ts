import type { Handler } from '#jobs/handler.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { mapRelations } from '~/server/feature/relations/map-relations.ts';
import { measureSpread } from '~/server/score/measure-spread.ts';
import { scoreProvince } from '~/server/score/score-province.ts';

/**
 * Every firm of which something can have changed by the new day, its ties first, then every match list. Its own
 * transactions; done twice, the second finds nothing new.
 */
export const rescoreProvince: Handler<'score.rescore-province'> = async ({ day, ref }, run) => {
  await mapRelations({ batchId: null });
  await scoreProvince({ selection: 'due', cause: 'batch' });
  await measureSpread();
  await run.once((tx) =>
    recordChange(tx, run.actor, {
      kind: 'match.refresh-ordered',
      payload: { day },
      jobs: [
        { name: 'match.refresh-province', payload: { ref: ref ?? day } },
        { name: 'modelling.follow-scores', payload: { ref: ref ?? day } },
      ],
    }),
  );
};
