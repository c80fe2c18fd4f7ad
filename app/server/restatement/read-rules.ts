import { z } from 'zod';
import type { Day } from '~/domain/kernel/day.ts';
import type { RestatementRules } from '~/domain/restatement/restatement.ts';
import type { Tx } from '~/server/db/client.ts';
import { termSchema } from '~/server/objection/read-regimes.ts';
import { readPolicy } from '~/server/policy/store.ts';

export const restatementRulesSchema: z.ZodType<RestatementRules> = z.object({
  fallNotice: termSchema,
  secondLookDays: z.number().int().min(0),
  secondLook: termSchema,
  citedBy: z.record(z.string(), z.array(z.string())),
});

/** How scores are restated on a day. */
export const readRestatementRules = async (tx: Tx, on: Day): Promise<RestatementRules> =>
  (await readPolicy(tx, 'restatement', on, restatementRulesSchema)).body;
