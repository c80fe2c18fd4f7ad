import { type Day, day, dayAt } from '~/domain/kernel/day.ts';

/** The one clock. `XINQIAO_TODAY` moves the business date for demo and tests; the time of day keeps running. */
export type Clock = { now(): Date; today(): Day };

export function clockFrom(todayOverride: string | undefined): Clock {
  if (!todayOverride) return { now: () => new Date(), today: () => dayAt(new Date()) };
  const shift = Date.parse(`${day(todayOverride)}T00:00:00Z`) - Date.parse(`${dayAt(new Date())}T00:00:00Z`);
  const now = () => new Date(Date.now() + shift);
  return { now, today: () => dayAt(now()) };
}

export const clock: Clock = clockFrom(process.env.XINQIAO_TODAY);
