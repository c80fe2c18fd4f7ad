import type { Handler } from '#jobs/handler.ts';
import { monitorMonth } from '~/server/modelling/monitor-card.ts';
import { scoreShadows } from '~/server/modelling/score-shadow.ts';

/** Counts every card for a month, and brings the shadow scores up to date; done twice, the second finds the same. */
export const monitorCards: Handler<'modelling.monitor-month'> = async ({ month }, run) => {
  await scoreShadows(run.actor);
  await monitorMonth(run.actor, month);
};
