import { z } from 'zod';
import { aDay, job } from '#jobs/contract-job.ts';

/** The jobs of watching funded firms. */
export const monitoringJobs = {
  /** A case may have been left alone by its lender: the next rung of the ladder hears of it. */
  'monitoring.climb-ladder': job({
    payload: z.object({ alertId: z.uuid(), rung: z.number().int().min(0).max(20) }),
    key: ({ alertId, rung }) => `climb-ladder-${alertId}-${rung}`,
    worker: true,
  }),
  /** New records came in: funded firms that they touch are looked at. */
  'monitoring.watch-batch': job({
    payload: z.object({ batchId: z.uuid() }),
    key: ({ batchId }) => `watch-batch-${batchId}`,
  }),
  /** A new day: due dates pass and windows move, so every watched loan is looked at. */
  'monitoring.watch-day': job({
    // `ref` is the draft of a signal that came into force during the day
    payload: z.object({ day: aDay, ref: z.uuid().optional() }),
    key: ({ day, ref }) => `watch-day-${day}${ref ? `-${ref}` : ''}`,
  }),
  /** A signal is run over past days as they were known then. */
  'monitoring.backtest': job({
    payload: z.object({ backtestId: z.uuid() }),
    key: ({ backtestId }) => `backtest-${backtestId}`,
    attempts: 1, // what failed is told, and ordered again by a person
    worker: true,
  }),
} as const;
