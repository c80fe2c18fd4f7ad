import { findWorkday } from 'chinese-days';
import { addDays, type Day, dayAt, startOf } from '~/domain/kernel/day.ts';

/** Working days a bank has to pick an application up and to decide it, and calendar days its offer binds (row E6). */
export type ResponseClocks = {
  readonly pickupWorkingDays: number;
  readonly decisionWorkingDays: number;
  readonly offerDays: number;
};

/**
 * The n-th working day after a day by the State Council's calendar with its make-up workdays (调休); weekends alone
 * where a year's calendar is not published yet, so such a deadline is provisional (domain.md edge case 11).
 */
export const addWorkingDays = (from: Day, n: number): Day => findWorkday(n, from) as Day;

/** The end of the n-th working day after an instant: the deadline itself is the first moment that is too late. */
export const workingDeadline = (from: Date, n: number): Date =>
  startOf(addDays(addWorkingDays(dayAt(from), n), 1));
