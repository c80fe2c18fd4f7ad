import { z } from 'zod';
import type { TradeRules } from '~/domain/application/trade-claim.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { readPolicy } from '~/server/policy/store.ts';

const part = z.number().int().min(0).max(1_000_000);
const schema: z.ZodType<TradeRules> = z.object({
  answerDays: z.number().int().min(1),
  mostFinancedPpm: z.object({ order: part, receivable: part }),
});

/** The clock of buyers and what may be lent on their word: policy data `buyer-confirmation`. */
export const readTradeRules = async (tx: Tx, on: Day): Promise<TradeRules> =>
  (await readPolicy(tx, 'buyer-confirmation', on, schema)).body;
