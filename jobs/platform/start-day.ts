import { dailyTasks } from '#jobs/daily.ts';
import type { Handler } from '#jobs/handler.ts';

/** What a new business day brings, each task in its own transaction and once a day. */
export const startDay: Handler<'platform.start-day'> = async ({ day }, run) => {
  for (const task of dailyTasks) await run.once((tx) => task.work(tx, day), task.name);
};
