import { z } from 'zod';
import type { RecommendedRules } from '~/domain/application/recommendation.ts';
import { type StandardCheck, type StandardRule, standardNames } from '~/domain/application/standards.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { gradeLadder, purposes } from '~/domain/product/vocabulary.ts';
import type { Tx } from '~/server/db/client.ts';
import { readPolicy } from '~/server/policy/store.ts';

const whole = z.number().int().min(0);
const check: z.ZodType<StandardCheck> = z.discriminatedUnion('check', [
  z.strictObject({ check: z.enum(['in-business', 'address', 'need-stated', 'visit']) }),
  z.strictObject({ check: z.literal('founded'), leastMonths: whole }),
  z.strictObject({ check: z.literal('none'), feature: z.string() }),
  z.strictObject({ check: z.literal('some'), features: z.array(z.string()).min(1), least: whole }),
  z.strictObject({ check: z.literal('need-to-revenue'), mostPpm: whole }),
  z.strictObject({ check: z.literal('grade'), least: z.enum(gradeLadder) }),
  z.strictObject({ check: z.literal('purpose'), among: z.array(z.enum(purposes)).min(1) }),
]);
const rule: z.ZodType<StandardRule> = z.strictObject({
  standard: z.enum(standardNames),
  checks: z.array(check).min(1),
});
const schema = z.strictObject({
  answerMonths: z.number().int().min(1),
  openDays: z.number().int().min(1),
  standards: z.array(rule).length(standardNames.length),
});

export type RecommendedList = RecommendedRules & { readonly standards: readonly StandardRule[] };

/** The five standards and the clocks of the recommended list in force on a day: policy data `recommended-list`. */
export const readRecommendedRules = async (tx: Tx, on: Day): Promise<RecommendedList> =>
  (await readPolicy(tx, 'recommended-list', on, schema)).body;
