import { z } from 'zod';
import { parseDay } from '~/domain/kernel/day.ts';
import { type CompensationRules, lossCauses } from '~/domain/policy/compensation-rules.ts';
import { unpublishedConditions } from '~/domain/policy/coverage.ts';
import { loanFlags } from '~/domain/policy/loan-facts.ts';
import type { SubsidyRules } from '~/domain/policy/subsidy-rules.ts';

/*
 * The shape of a scheme's rules as they are stored and edited: every figure within its bounds, no field that no formula
 * knows. Amounts are whole 万元, rates ppm.
 */

const share = z.int().min(0).max(1_000_000);
const wanAmount = z.int().min(0).max(1_000_000_000);
const wanOrNone = wanAmount.nullable();
const months = z.int().min(1).max(600);
const word = z.string().trim().min(1).max(60);
const aDay = z.string().refine((text) => parseDay(text) !== null, 'form.day');
const aWindow = z
  .strictObject({ from: aDay, to: aDay })
  .refine(({ from, to }) => from <= to, 'policy.dates-order');
const flag = z.enum(loanFlags);
const code = z.string().regex(/^[0-9A-Z]{1,12}$/);

const coverage = z.strictObject({
  regions: z
    .array(z.string().regex(/^\d{6}$/))
    .min(1)
    .nullable(),
  sectors: z
    .array(z.strictObject({ sector: word, industryCodes: z.array(code).min(1) }))
    .min(1)
    .nullable(),
  sizes: z
    .array(z.enum(['micro', 'small', 'medium', 'large']))
    .min(1)
    .nullable(),
  purposes: z.array(word).min(1).nullable(),
  borrowerLists: z.array(word).min(1).nullable(),
  excludedIndustries: z.array(code).optional(),
  flags: z.array(flag).optional(),
  purposeFlags: z.array(flag).optional(),
  lenders: z.array(word).optional(),
  lenderList: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional(),
  maxRatePpm: share.optional(),
  unpublished: z.array(z.enum(unpublishedConditions)).optional(),
});

const fuse = z.strictObject({
  sharePpm: share,
  basis: z.enum(['gross', 'net']),
  measure: z.enum(['loss', 'overdue']),
  trigger: z.enum(['above', 'reached']),
});

const pool = z.strictObject({
  initialWan: wanOrNone,
  maxWan: wanOrNone,
  sources: z.array(z.strictObject({ payer: word, parts: z.int().min(1).max(1_000) })),
  leverage: z.int().min(1).max(100).nullable(),
  ringFenced: z.boolean(),
});

const compensationFrame = {
  coverage,
  pool: pool.nullable(),
  borrowerCapWan: wanOrNone,
  yearCapWan: wanOrNone,
  fuse: fuse.nullable(),
  enrolmentRequired: z.boolean(),
  straddling: z.enum(['partial', 'wait']),
  togetherPpm: share,
  alongside: z.array(word),
};

const addOns = z.array(z.strictObject({ anyOf: z.array(flag).min(1), sharePpm: share }));
const guarantorMode = z
  .strictObject({ sharePpm: share, yearCapWan: wanOrNone, fuse: fuse.nullable() })
  .nullable();

const bands = z
  .array(z.strictObject({ upToWan: wanAmount.min(1), sharePpm: share }))
  .min(1)
  .refine(
    (all) => all.every((band, at) => at === 0 || band.upToWan > (all[at - 1]?.upToWan ?? 0)),
    'policy.bands-order',
  );

const causes = z
  .array(
    z.strictObject({
      cause: z.enum(lossCauses),
      sharePpm: share.nullable(),
      dominates: z.boolean().optional(),
      requires: word.optional(),
    }),
  )
  .min(1)
  .refine((all) => new Set(all.map((row) => row.cause)).size === all.length, 'policy.cause-twice');

const compensation = z.discriminatedUnion('form', [
  z.strictObject({
    form: z.literal('by-size'),
    ...compensationFrame,
    bands,
    addOns,
    ceilingPpm: share,
    guarantorMode,
  }),
  z.strictObject({
    form: z.literal('flat'),
    ...compensationFrame,
    sharePpm: share.nullable(),
    addOns,
    ceilingPpm: share,
    guarantorMode,
  }),
  z.strictObject({
    form: z.literal('by-cause'),
    ...compensationFrame,
    causes,
    loanWan: z.strictObject({ min: wanAmount, max: wanAmount }),
    maxTermMonths: months,
  }),
]);

const funding = z
  .array(z.strictObject({ payer: word, sharePpm: share }))
  .min(1)
  .refine((all) => all.reduce((sum, part) => sum + part.sharePpm, 0) === 1_000_000, 'policy.funding-sum')
  .refine((all) => new Set(all.map((part) => part.payer)).size === all.length, 'policy.payer-twice');

const subsidyFrame = {
  coverage,
  level: z.enum(['central', 'local']),
  maxMonths: months,
  principalCapWan: wanOrNone,
  amountCapWan: wanOrNone,
  yearAmountCapWan: wanOrNone.optional(),
  contractWindow: aWindow.nullable(),
  drawdownWindow: aWindow,
  newMoneyOnly: z.boolean(),
  paidFirst: z.boolean().optional(),
  excludes: z.array(word).optional(),
  volumeRewardPpm: share.optional(),
  firstLoanRewardPpm: share.optional(),
  ownerLoan: z.enum(['counts', 'ignored']).optional(),
  funding,
};

const subsidy = z.discriminatedUnion('form', [
  z.strictObject({ form: z.literal('points'), ...subsidyFrame, pointsPpm: share }),
  z.strictObject({ form: z.literal('interest-share'), ...subsidyFrame, sharePpm: share }),
  z.strictObject({
    form: z.literal('above-line'),
    ...subsidyFrame,
    tenor: z.enum(['one-year', 'five-year']),
    plusPpm: z.int().min(-1_000_000).max(1_000_000),
  }),
]);

/** The shape of the rules of each kind of scheme. */
export const bodySchemas = {
  compensation: compensation as unknown as z.ZodType<CompensationRules>,
  subsidy: subsidy as unknown as z.ZodType<SubsidyRules>,
} as const;
