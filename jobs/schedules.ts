import { orderDay } from '#jobs/platform/turn-day.ts';
import type { Queue, Schedule } from '#jobs/queue.ts';
import { clock } from '~/server/clock.ts';

/** What comes by the wall clock of the province. */
export const schedules: readonly Schedule[] = [
  {
    key: 'turn-of-day',
    name: 'platform.turn-day',
    payload: {},
    pattern: '1 0 0 * * *', // a second past midnight: a timer a moment early must not find the old day
    timeZone: 'Asia/Shanghai',
  },
];

/**
 * Sees to it that every schedule runs. One that had to be made (a first start, a queue that lost its memory) may have
 * missed its turn, so the day is ordered as well: at most once, whoever asks.
 */
export async function keepSchedules(queue: Queue): Promise<void> {
  for (const schedule of schedules) {
    const { isNew } = await queue.schedule(schedule);
    if (isNew) await orderDay(clock.today());
  }
}
