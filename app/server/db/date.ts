import { type Day, day } from '~/domain/kernel/day.ts';

/** A `date` column as a business day. */
export const dayOfDate = (date: Date): Day => day(date.toISOString().slice(0, 10));

/** A business day for a `date` column. */
export const dateOfDay = (d: Day): Date => new Date(`${d}T00:00:00Z`);
