import { z } from 'zod';
import type { DeclarationRules } from '~/domain/declaration/declaration.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { policyBody } from '~/server/platform/store-policy-data.ts';
import { isPromise } from '~/text/declaration-promise.ts';

const schema: z.ZodType<DeclarationRules> = z.object({
  promise: z.string().refine(isPromise, 'no promise of this version is worded'),
  answerWorkingDays: z.number().int().min(1),
  yearsBack: z.number().int().min(1).max(10),
  differencePpm: z.number().int().min(0),
});

/** The rules of self-declared information in force on a day: policy data `self-declaration`. */
export async function readDeclarationRules(tx: Tx, on: Day): Promise<DeclarationRules> {
  return schema.parse(await policyBody(tx, 'self-declaration', on));
}
