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
  'monitoring.watch-day': job({ payload: z.object({ day: aDay }), key: ({ day }) => `watch-day-${day}` }),
  /** A signal is run over past days as they were known then. */
  'monitoring.backtest': job({
    payload: z.object({ backtestId: z.uuid() }),
    key: ({ backtestId }) => `backtest-${backtestId}`,
    worker: true,
  }),
} as const;
