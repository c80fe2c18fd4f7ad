import type { Handler } from '#jobs/handler.ts';
import { climbLadder as climb } from '~/server/monitoring/climb-ladder.ts';

/** Tells the next rung of a case that was left alone, once. */
export const climbLadder: Handler<'monitoring.climb-ladder'> = async ({ alertId, rung }, { actor, once }) => {
  await once((tx) => climb(tx, actor, alertId, rung));
};
