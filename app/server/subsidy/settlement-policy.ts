import { z } from 'zod';
import type { Day } from '~/domain/kernel/day.ts';
import { wan } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import type { SubsidyScheme } from '~/domain/policy/scheme.ts';
import type { SubsidyTerms } from '~/domain/subsidy/subsidised-loan.ts';
import type { Tx } from '~/server/db/client.ts';
import { readPolicy } from '~/server/policy/store.ts';

const scope = z.enum(['whole', 'from-day']);
const settlementSchema = z.object({
  extendedMonths: z.number().int(),
  reclaim: z.object({ misuse: scope, 'wilful-default': scope }),
  returnWithinDays: z.number().int(),
});

export type SettlementPolicy = z.infer<typeof settlementSchema>;

/** How subsidies are settled and taken back, on a day. */
export const readSettlementPolicy = async (tx: Tx, on: Day): Promise<SettlementPolicy> =>
  (await readPolicy(tx, 'subsidy-settlement', on, settlementSchema)).body;

/** What a version of a scheme gives a loan. */
export const termsOf = ({ body }: SubsidyScheme, policy: SettlementPolicy): SubsidyTerms => ({
  points: ppm(body.pointsPpm),
  maxMonths: body.maxMonths,
  extendedMonths: policy.extendedMonths,
  principalCap: wan(body.principalCapWan),
  amountCap: body.amountCapWan === null ? null : wan(body.amountCapWan),
  funding: body.funding,
});
