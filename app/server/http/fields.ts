import { z } from 'zod';
import { parseDay } from '~/domain/kernel/day.ts';
import { parseYuan } from '~/domain/kernel/money.ts';

/** An amount typed in yuan, zero or more, as fen; the wording of a wrong one is `form.amount`. */
export const yuanField = z.string().transform((text, context) => {
  const read = parseYuan(text);
  if (read !== null && read >= 0n) return read;
  context.addIssue({ code: 'custom', message: 'form.amount' });
  return z.NEVER;
});

/** A date `YYYY-MM-DD` that exists; the wording of a wrong one is `form.day`. */
export const dayField = z.string().transform((text, context) => {
  const read = parseDay(text);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'form.day' });
  return z.NEVER;
});
