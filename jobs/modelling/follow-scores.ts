import type { Handler } from '#jobs/handler.ts';
import { scoreShadows } from '~/server/modelling/score-shadow.ts';

/** The day's scores of every challenger and the statistical champion; done twice, the second finds the same. */
export const followScores: Handler<'modelling.follow-scores'> = async (_, run) => {
  await scoreShadows(run.actor);
};
