import type { Handler } from '#jobs/handler.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { scoreProvince } from '~/server/score/score-province.ts';

/**
 * Every firm of which something can have changed by the new day, then every match list. Its own transaction; done twice,
 * the second finds nothing new.
 */
export const rescoreProvince: Handler<'score.rescore-province'> = async ({ day }, run) => {
  await scoreProvince({ selection: 'due', cause: 'batch' });
  await run.once((tx) =>
    recordChange(tx, run.actor, {
      kind: 'match.refresh-ordered',
      payload: { day },
      jobs: [{ name: 'match.refresh-province', payload: { ref: day } }],
    }),
  );
};
