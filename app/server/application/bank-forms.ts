import { z } from 'zod';
import { declineReasonCodes } from '~/domain/application/decline-reason.ts';
import type { Proposal } from '~/domain/application/proposal.ts';
import { fen, zeroFen } from '~/domain/kernel/money.ts';
import { dayCounts } from '~/domain/policy/day-count.ts';
import { loanFlags } from '~/domain/policy/loan-facts.ts';
import { holidayRules } from '~/domain/product/due-dates.ts';
import { repaymentMethods } from '~/domain/product/schedule.ts';
import { aDay, amountIn, months, percentage } from '~/server/application/form-fields.ts';

/** The officer's proposal to approve. */
export const ApproveForm = z.object({
  amount: amountIn('wan', fen(1)),
  termMonths: months,
  rate: percentage,
  method: z.enum(repaymentMethods),
  dayCount: z.enum(dayCounts),
  fee: amountIn('yuan').default(zeroFen),
  guaranteeFee: amountIn('yuan').default(zeroFen),
  validUntil: aDay,
  conditions: z.string().trim().max(500).optional(),
});

/** The proposal that the form describes. */
export const approvalOf = ({ conditions, ...terms }: z.output<typeof ApproveForm>): Proposal => ({
  outcome: 'approve',
  terms: { ...terms, conditions: conditions || null },
});

/** The officer's proposal to decline. */
export const DeclineForm = z.object({ reasons: z.array(z.enum(declineReasonCodes)).default([]) });

/** `proposal` is the hash of what the second person was shown. */
export const DecideForm = z.object({
  answer: z.enum(['confirm', 'send-back']),
  proposal: z.string().max(64).default(''),
});

export const ContractForm = z.object({
  contractNo: z.string('application.contract-no').trim().min(1, 'application.contract-no').max(60),
  contractOn: aDay,
});

export const DisburseForm = z.object({
  disbursedOn: aDay,
  flags: z.array(z.enum(loanFlags)).default([]),
  amount: amountIn('yuan', fen(1)).optional(),
  lprTenor: z.enum(['1y', '5y']).optional(),
  dueDay: z.coerce.number().int().min(1).max(28).optional(),
  holiday: z.enum(holidayRules).optional(),
  overdue: percentage.optional(),
  misuse: percentage.optional(),
  compounds: z.literal('yes').optional(),
});

/** The disbursement that a form describes; penalty interest is stated with both of its parts, or later. */
export function disbursementOf({ overdue, misuse, compounds, ...rest }: z.output<typeof DisburseForm>) {
  if (overdue === undefined && misuse === undefined) return rest;
  return {
    ...rest,
    penalty: { overduePpm: overdue ?? 0, misusePpm: misuse ?? 0, compounds: compounds === 'yes' },
  };
}
