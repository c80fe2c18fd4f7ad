import { z } from 'zod';
import type { Day } from '~/domain/kernel/day.ts';
import { wan } from '~/domain/kernel/money.ts';
import { type Ppm, ppm } from '~/domain/kernel/rate.ts';
import type { LoanFacts } from '~/domain/policy/loan-facts.ts';
import type { SubsidyScheme } from '~/domain/policy/scheme.ts';
import { type Fine, finePoints } from '~/domain/policy/subsidy-points.ts';
import type { SubsidyRules } from '~/domain/policy/subsidy-rules.ts';
import { yearAmountCapOf } from '~/domain/policy/year-cap.ts';
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

type Priced = { readonly rate: Ppm; readonly lpr?: LoanFacts['lpr'] };

/** What a version of a scheme gives a loan of that rate. */
export function termsOf({ body }: SubsidyScheme, loan: Priced, policy: SettlementPolicy): SubsidyTerms {
  const { principalCapWan, amountCapWan } = body;
  return {
    points: pointsOf(body, loan),
    interestShare: body.form === 'interest-share' ? ppm(body.sharePpm) : null,
    maxMonths: body.maxMonths,
    extendedMonths: policy.extendedMonths,
    principalCap: principalCapWan === null ? null : wan(principalCapWan),
    amountCap: amountCapWan === null ? null : wan(amountCapWan),
    yearAmountCap: yearAmountCapOf(body),
    paidFirst: body.paidFirst ?? false,
    funding: body.funding,
  };
}

/** The yearly points of a scheme on a loan; nothing while the LPR that it starts from is not known. */
export const pointsOf = (body: SubsidyRules, { rate, lpr }: Priced): Fine =>
  finePoints(body, { rate, localSubsidy: ppm(0), ...(lpr && { lpr }) }) ?? 0n;
