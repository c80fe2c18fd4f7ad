import type { Handler } from '#jobs/handler.ts';
import { scoreShadow } from '~/server/modelling/score-shadow.ts';

/** The shadow score of every firm with one card; rows that say the same stay. */
export const scoreInShadow: Handler<'modelling.score-shadow'> = async ({ version }, run) => {
  await scoreShadow(run.actor, version);
};
