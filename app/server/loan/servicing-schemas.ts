import { z } from 'zod';
import { zeroFen } from '~/domain/kernel/money.ts';
import { prepaymentEffects } from '~/domain/loan/event.ts';
import { liabilities } from '~/domain/loan/first-loan.ts';
import { borrowerSizes } from '~/domain/loan/servicing-rules.ts';
import { repaymentMethods } from '~/domain/product/schedule.ts';
import { months, percentage } from '~/server/application/form-fields.ts';
import { dayField, yuanField } from '~/server/http/fields.ts';

const on = dayField;
const reason = z.string().trim().min(1, 'form.required').max(300);
const money = {
  paidOn: dayField,
  principal: yuanField,
  interest: yuanField,
  penalty: yuanField.default(zeroFen),
};

/** What the officer fills in for each event of a loan in service. */
export const servicingSchemas = {
  repayment: z.object({ ...money, ahead: z.enum(prepaymentEffects).optional() }),
  recovery: z.object(money),
  reversal: z.object({ event: z.uuid() }),
  drawdown: z.object({ on, amount: yuanField }),
  rateChange: z.object({ on, rate: percentage }),
  extension: z.object({ on, months, reason }),
  restructuring: z.object({ on, months, rate: percentage, method: z.enum(repaymentMethods), reason }),
  renewal: z.object({
    on,
    contractNo: z.string().trim().min(1).max(60),
    months,
    rate: percentage,
    method: z.enum(repaymentMethods),
    size: z.enum(borrowerSizes),
  }),
  writeOff: z.object({ on, reason }),
  /** What the bank found: money misused, or an overdue with a technical cause. */
  finding: z.object({ on, reason }),
  decision: z.object({ answer: z.enum(['confirm', 'reject']) }),
};

const reference = z.string().trim().min(1, 'form.required').max(120);

const uplift = percentage;

/** What the contract says of penalty interest (罚息) and compound interest (复利). */
export const penaltySchema = z
  .object({ overdue: uplift, misuse: uplift, compounds: z.literal('yes').optional() })
  .transform(({ overdue, misuse, compounds }) => ({
    overduePpm: overdue as number,
    misusePpm: misuse as number,
    compounds: compounds === 'yes',
  }));

/** Evidence for or against a first loan (首贷). */
export const firstLoanSchemas = {
  clear: z.object({ on, reference }),
  earlier: z.object({ on, reference, liability: z.enum(liabilities) }),
  withdraw: z.object({ of: z.uuid(), reference }),
};
