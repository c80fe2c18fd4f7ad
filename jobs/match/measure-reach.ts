import type { Handler } from '#jobs/handler.ts';
import { measureReach as measure } from '~/server/match/measure-reach.ts';

/** Counts the firms that the conditions of a draft reach; a count that a later change overtook is dropped. */
export const measureReach: Handler<'match.measure-reach'> = ({ draftId, ref }, run) =>
  measure(run.actor, draftId, ref);
