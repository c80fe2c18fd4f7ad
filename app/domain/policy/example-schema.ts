import { z } from 'zod';
import { parseDay } from '~/domain/kernel/day.ts';
import { lossCauses } from '~/domain/policy/compensation-rules.ts';
import { dayCounts } from '~/domain/policy/day-count.ts';
import type { Example } from '~/domain/policy/example.ts';
import { loanFlags } from '~/domain/policy/loan-facts.ts';

const wanAmount = z.int().min(0).max(1_000_000_000);
const wanOrNone = wanAmount.nullable();
const share = z.int().min(0).max(1_000_000);
const digits = z.string().regex(/^\d{1,18}$/);
const flags = z.array(z.enum(loanFlags));
const proven = z.array(
  z.strictObject({ cause: z.enum(lossCauses), determinations: z.array(z.string().min(1).max(60)) }),
);
const titled = { zh: z.string().trim().min(1).max(200), en: z.string().trim().min(1).max(200) };

const claim = z.strictObject({
  principalWan: wanAmount,
  unpaidWan: wanAmount,
  recoveredWan: wanAmount,
  otherPayersWan: wanAmount,
  flags,
  proven,
  enrolled: z.boolean(),
  borrowerCapLeftWan: wanOrNone,
  yearCapLeftWan: wanOrNone,
  poolLeftWan: wanOrNone,
  fuseBlown: z.boolean(),
});

/** What an example of a claim may come to. */
export const claimOutcomes = [
  'paid',
  'nothing',
  'not-enrolled',
  'deferred',
  'waiting',
  'negotiated',
  'determination-missing',
  'share-not-published',
] as const;

const subsidy = z.strictObject({
  principalWan: wanAmount,
  ratePpm: share,
  drawnOn: z.string().refine((text) => parseDay(text) !== null, 'form.day'),
  days: z.int().min(1).max(20_000),
  dayCount: z.enum(dayCounts),
  localPpm: share,
  capUsedWan: wanAmount,
  lprPpm: share.optional(),
});

const example = z.discriminatedUnion('of', [
  z.strictObject({
    ...titled,
    of: z.literal('share-by-size'),
    given: z.strictObject({ principalWan: wanAmount, lossWan: wanAmount, flags }),
    expect: z.strictObject({ sharePpm: share, amountFen: digits }),
  }),
  z.strictObject({
    ...titled,
    of: z.literal('share-by-cause'),
    given: z.strictObject({ lossWan: wanAmount, proven }),
    expect: z.strictObject({ sharePpm: share.nullable(), amountFen: digits.nullable() }),
  }),
  z.strictObject({
    ...titled,
    of: z.literal('fuse'),
    given: z.strictObject({
      lossWan: wanAmount,
      recoveredWan: wanAmount,
      enrolledWan: wanAmount,
      mode: z.enum(['bank', 'guarantor']).optional(),
    }),
    expect: z.strictObject({ blown: z.boolean() }),
  }),
  z.strictObject({
    ...titled,
    of: z.literal('claim'),
    given: claim,
    expect: z.strictObject({ outcome: z.enum(claimOutcomes), amountFen: digits }),
  }),
  z.strictObject({
    ...titled,
    of: z.literal('recovery'),
    given: z
      .strictObject({
        eligibleLossWan: wanAmount,
        recoveredWan: wanAmount,
        costsWan: wanAmount,
        paid: z.array(z.strictObject({ payer: z.string().min(1).max(60), paidWan: wanAmount })),
      })
      .refine(
        (given) => given.paid.reduce((sum, each) => sum + each.paidWan, 0) <= given.eligibleLossWan,
        'policy.paid-above-loss',
      ),
    expect: z.strictObject({ parts: z.record(z.string(), digits) }),
  }),
  z.strictObject({
    ...titled,
    of: z.literal('subsidy'),
    given: subsidy,
    expect: z.strictObject({ amountFen: digits, funding: z.record(z.string(), digits) }),
  }),
]);

/** The worked examples of a version as they are stored and edited; fewer than two prove nothing. */
export const examplesSchema = z.array(example).min(2).max(200) as unknown as z.ZodType<Example[]>;
