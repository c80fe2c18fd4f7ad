import { AsyncLocalStorage } from 'node:async_hooks';
import { type Day, day, dayAt, startOf } from '~/domain/kernel/day.ts';

/** The one clock. `XINQIAO_TODAY` moves the business date for demo and tests; the time of day keeps running. */
export type Clock = { now(): Date; today(): Day };

const story = new AsyncLocalStorage<Clock>();

export function clockFrom(todayOverride: string | undefined): Clock {
  const shift = todayOverride
    ? Date.parse(`${day(todayOverride)}T00:00:00Z`) - Date.parse(`${dayAt(new Date())}T00:00:00Z`)
    : 0;
  const now = () => new Date(Date.now() + shift);
  return { now, today: () => dayAt(now()) };
}

const wall = clockFrom(process.env.XINQIAO_TODAY);

export const clock: Clock = {
  now: () => (story.getStore() ?? wall).now(),
  today: () => (story.getStore() ?? wall).today(),
};

/**
 * Tells a story in the past: everything that `work` does happens on that day, from `minute` of the day (Asia/Shanghai) on,
 * by default ten in the morning, with time passing. Only the demo's scenarios and tests do so.
 */
export function onDay<T>(date: Day, work: () => Promise<T>, minute = 600): Promise<T> {
  const begun = Date.now();
  const start = startOf(date).getTime() + minute * 60_000;
  const now = () => new Date(start + Date.now() - begun);
  return story.run({ now, today: () => dayAt(now()) }, work);
}
