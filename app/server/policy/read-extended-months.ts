import { z } from 'zod';
import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { readPolicy } from '~/server/policy/store.ts';

const schema = z.object({ extendedMonths: z.number().int() });

/** Within how many months of its money in all an extended loan keeps its subsidy, on a day (`subsidy-settlement`). */
export const readExtendedMonths = async (tx: Tx, on: Day): Promise<number> =>
  (await readPolicy(tx, 'subsidy-settlement', on, schema)).body.extendedMonths;
