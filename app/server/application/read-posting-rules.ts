import { z } from 'zod';
import type { PostingRules } from '~/domain/application/posting.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { readPolicy } from '~/server/policy/store.ts';

const days = z.number().int().min(1);
const schema: z.ZodType<PostingRules> = z.object({
  answerWorkingDays: days,
  openDays: days,
  leastAlike: days,
});

/** The clocks of posted needs in force on a day: policy data `need-response`. */
export const readPostingRules = async (tx: Tx, on: Day): Promise<PostingRules> =>
  (await readPolicy(tx, 'need-response', on, schema)).body;
