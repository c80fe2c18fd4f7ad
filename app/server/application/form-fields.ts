import { z } from 'zod';
import { parseDay } from '~/domain/kernel/day.ts';
import { parseYuan, zeroFen } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';

/** An amount typed in yuan or 万元, as fen; below `least` it is refused. */
export const amountIn = (unit: 'yuan' | 'wan', least = zeroFen) =>
  z.string('application.amount-missing').transform((typed, context) => {
    const amount = parseYuan(unit === 'wan' ? `${typed.trim()}万` : typed);
    if (amount !== null && amount >= least) return amount;
    context.addIssue('application.amount-unreadable');
    return z.NEVER;
  });

/** A percentage typed with at most four decimals, as ppm. */
export const percentage = z
  .string('application.rate-unreadable')
  .regex(/^\d{1,3}(\.\d{1,4})?$/, 'application.rate-unreadable')
  .transform((typed) => percent(typed));

export const aDay = z.string('application.day-unreadable').transform((typed, context) => {
  const day = parseDay(typed);
  if (day) return day;
  context.addIssue('application.day-unreadable');
  return z.NEVER;
});

export const months = z.coerce
  .number('application.months-unreadable')
  .int('application.months-unreadable')
  .min(1, 'application.months-unreadable')
  .max(360, 'application.months-unreadable');
