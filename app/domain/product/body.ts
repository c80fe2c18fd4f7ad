import { z } from 'zod';
import { parseDay } from '~/domain/kernel/day.ts';
import { eligibilitySchema } from '~/domain/product/clauses.ts';
import type { RateRule } from '~/domain/product/rate-rule.ts';
import { rateRuleSchema } from '~/domain/product/rate-rule-schema.ts';
import { repaymentMethods } from '~/domain/product/schedule.ts';
import { collaterals, purposes, segments, zones } from '~/domain/product/vocabulary.ts';

const day = z.string().transform((text, context) => {
  const read = parseDay(text);
  if (read) return read;
  context.addIssue({ code: 'custom', message: 'form.day' });
  return z.NEVER;
});
const fenText = z.string().regex(/^\d{1,15}$/);
const someOf = <T extends readonly [string, ...string[]]>(of: T) => z.array(z.enum(of)).readonly();
const months = z.int().min(1).max(360);
const share = z.int().min(0).max(1_000_000);

/**
 * All that a bank says of a product in one version, as it is kept: money as fen in digits, rates and shares in ppm. Null
 * means "not published"; `quotaFen` is what the bank will lend in all, `validTo` the last day on the shelf.
 */
export const productBodySchema = z.object({
  nameZh: z.string().min(2).max(60),
  nameEn: z.string().min(2).max(80),
  segment: z.enum(segments),
  zones: someOf(zones),
  minFen: fenText.nullable(),
  maxFen: fenText.nullable(),
  minTermMonths: months.nullable(),
  maxTermMonths: months.nullable(),
  rateRule: rateRuleSchema,
  feePpm: share,
  guaranteeFeePpm: share,
  methods: someOf(repaymentMethods),
  collateral: someOf(collaterals),
  purposes: someOf(purposes),
  quotaFen: fenText.nullable(),
  validTo: day.nullable(),
  eligibility: eligibilitySchema,
  eligibilityText: z.string().max(1000).nullable(),
});
export type ProductBody = z.output<typeof productBodySchema>;

/** What keeps a version from being handed in, in the order of the form. */
export type BodyGap = 'amounts-order' | 'terms-order' | 'no-method' | 'no-collateral' | 'no-rate' | 'ended';

const above = (low: string | number | null, high: string | number | null): boolean =>
  low !== null && high !== null && Number(low) > Number(high);

/** What has to be mended before a second person can be asked. `today` is the day it would be handed in. */
export function gapsOf(body: ProductBody, today: string): BodyGap[] {
  const gaps: [BodyGap, boolean][] = [
    ['amounts-order', above(body.minFen, body.maxFen)],
    ['terms-order', above(body.minTermMonths, body.maxTermMonths)],
    ['no-method', body.methods.length === 0],
    ['no-collateral', body.collateral.length === 0],
    ['no-rate', !hasRate(body.rateRule)],
    ['ended', body.validTo !== null && body.validTo < today],
  ];
  return gaps.flatMap(([gap, is]) => (is ? [gap] : []));
}

const hasRate = (rule: RateRule): boolean =>
  rule.kind !== 'unpublished' && !(rule.kind === 'range' && rule.lowest === null && rule.highest === null);
