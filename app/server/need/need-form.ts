import { z } from 'zod';
import { parseYuan } from '~/domain/kernel/money.ts';
import { type NeedDraft, needLimits } from '~/domain/need/need.ts';
import { repaymentMethods } from '~/domain/product/schedule.ts';
import { collaterals, purposes } from '~/domain/product/vocabulary.ts';

/** An amount typed in 万元, as fen. */
const amountInWan = z.string('need.amount-missing').transform((typed, context) => {
  const amount = parseYuan(`${typed.trim().replace(/\s*万元?$/, '')}万`);
  if (amount !== null && amount >= needLimits.least && amount <= needLimits.most) return amount;
  context.addIssue(amount === null ? 'need.amount-unreadable' : 'need.amount-out-of-range');
  return z.NEVER;
});

/** The form in which a firm states a need. */
export const NeedForm = z.object({
  amount: amountInWan,
  termMonths: z.coerce
    .number('need.term-unreadable')
    .int('need.term-unreadable')
    .min(needLimits.shortestMonths, 'need.term-out-of-range')
    .max(needLimits.longestMonths, 'need.term-out-of-range'),
  purpose: z.enum(purposes, 'need.purpose-missing'),
  collateral: z.array(z.enum(collaterals)).default([]),
  method: z.enum(repaymentMethods).nullish(),
  note: z.string().trim().max(500).nullish(),
});
export type NeedFields = z.output<typeof NeedForm>;

/** The need that the form describes. */
export const draftOf = ({ amount, method, note, ...rest }: NeedFields): NeedDraft => ({
  ...rest,
  amountFen: amount,
  method: method ?? null,
  note: note || null,
});
