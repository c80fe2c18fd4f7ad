import { z } from 'zod';
import { type Day, parseDay } from '~/domain/kernel/day.ts';
import { borrowerSizes, type ServicingRules } from '~/domain/loan/servicing-rules.ts';
import type { Tx } from '~/server/db/client.ts';
import { readPolicy } from '~/server/policy/store.ts';

const aDay = z.string().transform((text, context) => {
  const day = parseDay(text);
  if (day) return day;
  context.addIssue('not a day');
  return z.NEVER;
});
const whole = z.number().int();

const rulesSchema: z.ZodType<ServicingRules> = z.object({
  renewal: z.object({ sizes: z.array(z.enum(borrowerSizes)), soleTraders: z.boolean(), mediumUntil: aDay }),
  extension: z.array(
    z.object({ upToMonths: whole.nullable(), sharePpm: whole.nullable(), mostMonths: whole.nullable() }),
  ),
  remindDays: whole,
});

/** The rules for loans in service that are in force on a day. */
export const readServicingRules = async (tx: Tx, on: Day): Promise<ServicingRules> =>
  (await readPolicy(tx, 'loan-servicing', on, rulesSchema)).body;
