import { z } from 'zod';
import { chainParties, type GuaranteeRules } from '~/domain/guarantee/guarantee-rules.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { readPolicy } from '~/server/policy/store.ts';

const part = z.number().int().min(0).max(1_000_000);
const rulesSchema: z.ZodType<GuaranteeRules, unknown> = z.object({
  chain: z.array(z.object({ party: z.enum(chainParties), sharePpm: part })),
  bankShareMinPpm: part,
  fundFee: z.object({ smallUpToWan: z.number().int(), smallPpm: part, otherPpm: part }),
  averageFeeAimPpm: part,
  businessMix: z.object({ smeAgriMinPpm: part, smallMinPpm: part }),
  limits: z.object({
    leverageTimes: z.number().int(),
    smeAgriLeverageTimes: z.number().int(),
    smeAgriFromPpm: part,
    oneObligorPpm: part,
    withAffiliatesPpm: part,
  }),
  guarantorSubsidy: z.object({
    volumePpm: part,
    usualFeePpm: part,
    feeGapPartPpm: part,
    // versions from before the payer was named were paid by the province
    payer: z.string().default('province'),
  }),
  insurance: z.object({ waitingDays: z.number().int(), shareMaxPpm: part, premiumMaxPpm: part }),
});

/** The figures of guarantee and credit-guarantee insurance in force on a day. */
export const readGuaranteeRules = async (tx: Tx, on: Day): Promise<GuaranteeRules> =>
  (await readPolicy(tx, 'guarantee', on, rulesSchema)).body;
