import { z } from 'zod';
import type { SizeClass } from '~/domain/enterprise/size.ts';
import { type Day, parseDay } from '~/domain/kernel/day.ts';
import { type Fen, fen } from '~/domain/kernel/money.ts';
import { type FirstLoanRules, liabilities } from '~/domain/loan/first-loan.ts';
import { tiers } from '~/domain/loan/five-tier.ts';
import type { TagRules } from '~/domain/loan/loan-tags.ts';
import { outsideBounds, type PenaltyBounds, type PenaltyTerms } from '~/domain/loan/penalty.ts';
import type { RenewalRules } from '~/domain/loan/renewal-application.ts';
import { borrowerSizes, type ServicingRules } from '~/domain/loan/servicing-rules.ts';
import type { Tx } from '~/server/db/client.ts';
import { readPolicy } from '~/server/policy/store.ts';

const aDay = z.string().transform((text, context) => {
  const day = parseDay(text);
  if (day) return day;
  context.addIssue('not a day');
  return z.NEVER;
});
const whole = z.number().int();

const renewal = z.object({
  sizes: z.array(z.enum(borrowerSizes)),
  soleTraders: z.boolean(),
  mediumUntil: aDay,
});

const rulesSchema: z.ZodType<ServicingRules> = z.object({
  renewal,
  extension: z.array(
    z.object({ upToMonths: whole.nullable(), sharePpm: whole.nullable(), mostMonths: whole.nullable() }),
  ),
  remindDays: whole,
});

/** The rules for loans in service that are in force on a day. */
export const readServicingRules = async (tx: Tx, on: Day): Promise<ServicingRules> =>
  (await readPolicy(tx, 'loan-servicing', on, rulesSchema)).body;

const renewalSchema: z.ZodType<RenewalRules> = z.object({
  renewal,
  asking: z.object({
    monthsBefore: whole,
    mostDpd: whole,
    tiers: z.array(z.enum(tiers)),
    purposes: z.array(z.string()),
    mostTermMonths: whole,
  }),
});

/** When a firm may ask for a renewal without repayment, on a day. */
export const readRenewalRules = async (tx: Tx, on: Day): Promise<RenewalRules> =>
  (await readPolicy(tx, 'loan-servicing', on, renewalSchema)).body;

const firstLoanSchema: z.ZodType<FirstLoanRules> = z.object({
  recordDays: whole,
  counted: z.array(z.enum(liabilities)),
  sameDay: z.enum(['both', 'neither']),
});

/** What a first loan is, on a day. */
export const readFirstLoanRules = async (tx: Tx, on: Day): Promise<FirstLoanRules> =>
  (await readPolicy(tx, 'first-loan', on, firstLoanSchema)).body;

const part = z.object({ minPpm: whole, maxPpm: whole });
const penaltySchema = z.object({ overdue: part, misuse: part, toleranceFen: whole });

/** How far a contract's penalty interest may go, and what difference is rounding, on a day. */
export async function readPenaltyPolicy(
  tx: Tx,
  on: Day,
): Promise<PenaltyBounds & { readonly tolerance: Fen }> {
  const { toleranceFen, ...bounds } = (await readPolicy(tx, 'loan-penalty', on, penaltySchema)).body;
  return { ...bounds, tolerance: fen(toleranceFen) };
}

const tagSchema: z.ZodType<TagRules> = z.object({
  inclusiveMostFen: z
    .string()
    .regex(/^\d{1,18}$/)
    .transform((digits) => BigInt(digits)),
  inclusiveSizes: z.array(z.enum(['large', 'medium', 'small', 'micro'] satisfies SizeClass[])),
  inclusiveSoleTraders: z.boolean(),
  longBeyondMonths: whole,
});

/** How loans count in the statistics, on a day. */
export const readTagRules = (tx: Tx, on: Day) => readPolicy(tx, 'loan-tags', on, tagSchema);
export type PenaltyOutside = {
  readonly code: 'loan.penalty-outside';
  readonly field: 'overdue' | 'misuse';
  readonly minPpm: number;
  readonly maxPpm: number;
};

/** Which part of a contract's penalty interest is outside what the policy of its day allows; null when all is within. */
export async function penaltyOutside(tx: Tx, terms: PenaltyTerms, on: Day): Promise<PenaltyOutside | null> {
  const bounds = await readPenaltyPolicy(tx, on);
  const field = outsideBounds(terms, bounds);
  return field && { code: 'loan.penalty-outside', field, ...bounds[field] };
}
