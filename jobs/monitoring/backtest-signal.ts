import type { Handler } from '#jobs/handler.ts';
import { runBacktest } from '~/server/monitoring/library/run-backtest.ts';

/** Runs a signal over past days; a test that is done already is left alone. */
export const backtestSignal: Handler<'monitoring.backtest'> = ({ backtestId }, run) =>
  runBacktest(run.actor, backtestId);
