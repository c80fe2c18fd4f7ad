import type { Handler } from '#jobs/handler.ts';
import { carryCases } from '~/server/repair/carry-cases.ts';

/** Takes pending objections, repairs and statements along with the records of a succession. Repeating it changes nothing. */
export const carryPendingCases: Handler<'repair.carry-cases'> = (_, run) => carryCases(run.actor);
