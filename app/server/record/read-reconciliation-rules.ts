import { z } from 'zod';
import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { policyBody } from '~/server/platform/store-policy-data.ts';

const mode = z.enum(['propose', 'stand']);

const rules = z.object({
  decideWorkingDays: z.number().int().min(1),
  precedence: z.object({ otherwise: mode, stand: z.array(z.string()) }),
});

export type ReconciliationRules = z.infer<typeof rules>;

/** Policy data `reconciliation` of a day: how long a conflict may wait, and what the authority's word does. */
export const readReconciliationRules = async (tx: Tx, on: Day): Promise<ReconciliationRules> =>
  rules.parse(await policyBody(tx, 'reconciliation', on));
