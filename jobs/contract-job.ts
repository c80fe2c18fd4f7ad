import { z } from 'zod';
import { parseDay } from '~/domain/kernel/day.ts';

/** What a job carries and when two orders of it are the same job. */
export type JobContract<P> = {
  /** Ids and days only, never objects: the handler reads the state of the moment it runs. */
  readonly payload: z.ZodType<P>;
  /**
   * Orders with the same key have their effect once, ever. A job that is wanted again after each change carries
   * what changed (the consent, the batch) in its payload and key. Letters, digits, `-`, `.` and `_`.
   */
  readonly key: (payload: P) => string;
  /** How often it is tried before it rests among the failed ones. */
  readonly attempts: number;
  /** Reads across all firms or banks: only the role of the worker may carry it out. */
  readonly worker?: true;
};

/** Declares a job. */
export const job = <P>(
  contract: Omit<JobContract<P>, 'attempts'> & { attempts?: number },
): JobContract<P> => ({
  attempts: 5,
  ...contract,
});

/** A day as a payload carries it. */
export const aDay = z.string().transform((text, context) => {
  const day = parseDay(text);
  if (day) return day;
  context.addIssue('not a day');
  return z.NEVER;
});
