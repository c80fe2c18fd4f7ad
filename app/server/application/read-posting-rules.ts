import { z } from 'zod';
import type { PostingRules } from '~/domain/application/posting.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { readRecommendedRules } from '~/server/application/read-recommended-rules.ts';
import type { Tx } from '~/server/db/client.ts';
import { readPolicy } from '~/server/policy/store.ts';

const days = z.number().int().min(1);
const schema = z.object({ answerWorkingDays: days, openDays: days, leastAlike: days });

/** The clocks of posted needs in force on a day: policy data `need-response`, and `recommended-list` for recommended firms. */
export async function readPostingRules(tx: Tx, on: Day): Promise<PostingRules> {
  const { body } = await readPolicy(tx, 'need-response', on, schema);
  const { answerMonths } = await readRecommendedRules(tx, on);
  return { ...body, answerMonths };
}
