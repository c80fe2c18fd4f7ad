import { z } from 'zod';
import { declineReasonCodes, mostReasons } from '~/domain/application/decline-reason.ts';
import type { OfferTerms, Proposal } from '~/domain/application/proposal.ts';
import { applicationStates } from '~/domain/application/state.ts';
import { fen } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import { borrowerSizes } from '~/domain/loan/servicing-rules.ts';
import { dayCounts } from '~/domain/policy/day-count.ts';
import { holidayRules } from '~/domain/product/due-dates.ts';
import { repaymentMethods } from '~/domain/product/schedule.ts';
import { aDay } from '~/server/application/form-fields.ts';
import type { Operation } from '~/server/http/machine.ts';

const amount = z.number().int().min(0).describe('fen');
const dayText = z.string().max(10).describe('2026-11-27');

/** Terms of an offer as machines state them. */
export const terms = z
  .strictObject({
    amount: amount.min(1),
    termMonths: z.number().int().min(1).max(360),
    rate: z.number().int().min(0).describe('yearly, in millionths: 36500 is 3.65 %'),
    dayCount: z.enum(dayCounts),
    method: z.enum(repaymentMethods),
    fee: amount.default(0),
    guaranteeFee: amount.default(0),
    conditions: z.string().max(500).nullable().default(null),
    validUntil: dayText.describe('last day on which the offer binds'),
  })
  .meta({ id: 'Terms' });

const proposalBody = z
  .discriminatedUnion('outcome', [
    z.strictObject({ outcome: z.literal('approve'), terms }),
    z.strictObject({
      outcome: z.literal('decline'),
      reasons: z.array(z.enum(declineReasonCodes)).min(1).max(mostReasons),
    }),
  ])
  .meta({ id: 'Proposal' });

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const decisionBody = z
  .discriminatedUnion('answer', [
    z.strictObject({
      answer: z.literal('confirm'),
      proposal: hash.describe('`hash` of the proposal as it was read; another one is not confirmed'),
    }),
    z.strictObject({ answer: z.literal('send-back') }),
  ])
  .meta({ id: 'Decision' });

const contractBody = z
  .strictObject({ contractNo: z.string().trim().min(1).max(60), contractOn: dayText })
  .meta({ id: 'Contract' });

const disbursementBody = z
  .strictObject({
    disbursedOn: dayText,
    amount: amount
      .min(1)
      .optional()
      .describe('the first of several drawdowns; left out: all of the contract'),
    size: z
      .enum(borrowerSizes)
      .optional()
      .describe('of a renewal: who the borrower is; left out: as the register says'),
    dueDay: z
      .int()
      .min(1)
      .max(28)
      .optional()
      .describe('day of the month on which instalments and interest are due; left out: that of the drawdown'),
    holiday: z
      .enum(holidayRules)
      .optional()
      .describe('what becomes of a due date that is no working day; left out: it stays'),
    penalty: z
      .strictObject({
        overduePpm: z.int().min(0).max(10_000_000),
        misusePpm: z.int().min(0).max(10_000_000),
        compounds: z.boolean(),
      })
      .optional()
      .describe('what the contract adds to its rate, in ppm of it; left out: stated later'),
  })
  .meta({ id: 'Disbursement' });

const state = z.enum(applicationStates);
const applicationSchema = z
  .object({
    id: z.uuid(),
    state,
    firm: z.object({ name: z.string(), uscc: z.string().nullable() }),
    product: z.object({ id: z.uuid(), zh: z.string(), en: z.string() }),
    amount: z.string().describe('fen'),
    termMonths: z.number().int(),
    purpose: z.string(),
    renews: z
      .string()
      .nullable()
      .describe('the number of the contract that it asks to renew; null for new money'),
    submittedAt: z.string(),
    dueAt: z.string().nullable().describe('the end of the bank’s clock; null while none runs'),
  })
  .meta({ id: 'Application' });

const stepSchema = z
  .object({
    step: z.string(),
    to: state,
    at: z.string(),
    by: z.string(),
    facts: z.record(z.string(), z.unknown()),
    signature: z.string().nullable().describe('Ed25519 over the canonical JSON of the message, base64'),
    own: z
      .object({ text: z.string(), signature: z.string(), key: z.string() })
      .nullable()
      .describe('what the bank signed by its own key, with the short name of the key'),
  })
  .meta({ id: 'Step' });

const digits = z.string().describe('fen');
const proposedSchema = z
  .object({
    hash,
    outcome: z.enum(['approve', 'decline']),
    terms: terms.extend({ amount: digits, fee: digits, guaranteeFee: digits }).optional(),
    reasons: z.array(z.enum(declineReasonCodes)).readonly().optional(),
  })
  .meta({ id: 'Proposed' });

const fileSchema = applicationSchema
  .extend({
    proposal: proposedSchema.nullable().describe('what the officer proposed; null while nothing is'),
    steps: z.array(stepSchema),
  })
  .meta({ id: 'ApplicationFile' });
const taken = z.object({ id: z.uuid(), state }).meta({ id: 'StepTaken' });

export type StepTaken = z.output<typeof taken>;

/** The schemas that have a name in the description. */
export const bankSchemas: readonly z.ZodType[] = [
  terms,
  proposalBody,
  decisionBody,
  contractBody,
  disbursementBody,
  applicationSchema,
  proposedSchema,
  stepSchema,
  fileSchema,
  taken,
];

const operation = <B, R>(of: Operation<B, R>): Operation<B, R> => of;
const onOne = '/api/v1/applications/{id}';
const step = {
  method: 'POST',
  scope: 'applications:handle',
  response: taken,
  status: 200,
  once: true,
  signed: true,
} as const;

/** The bank interface, operation by operation: routes run by it and its description is made of it. */
export const bankOperations = {
  listApplications: operation({
    method: 'GET',
    path: '/api/v1/applications',
    id: 'listApplications',
    summary: 'The applications of your bank by the order of their numbers, a hundred at a time',
    scope: 'applications:read',
    filters: { state: state.optional(), after: z.uuid().optional().describe('`next` of the page before') },
    response: z.object({ applications: z.array(applicationSchema), next: z.uuid().nullable() }),
    status: 200,
    once: false,
  }),
  readApplication: operation({
    method: 'GET',
    path: onOne,
    id: 'readApplication',
    summary: 'One application with every step and its signed message',
    scope: 'applications:read',
    response: fileSchema,
    status: 200,
    once: false,
  }),
  pickUp: operation({
    ...step,
    path: `${onOne}/pick-up`,
    id: 'pickUpApplication',
    summary: 'Pick an application up; the client becomes its officer',
  }),
  propose: operation({
    ...step,
    path: `${onOne}/proposal`,
    id: 'proposeDecision',
    summary: 'Propose to approve on terms or to decline with reasons; a second person or client decides',
    body: proposalBody,
  }),
  decide: operation({
    ...step,
    path: `${onOne}/decision`,
    id: 'decideApplication',
    scope: 'applications:decide',
    summary: 'Confirm the proposal that was read, or send it back',
    body: decisionBody,
  }),
  contract: operation({
    ...step,
    path: `${onOne}/contract`,
    id: 'recordContract',
    summary: 'Record the signed contract of an accepted offer',
    body: contractBody,
  }),
  disburse: operation({
    ...step,
    path: `${onOne}/disbursement`,
    id: 'recordDisbursement',
    summary:
      'Record that the money was paid out; of a renewal, that the new contract takes the old one’s place',
    body: disbursementBody,
  }),
};

/** The terms that a body describes; null where their last day is no day. */
export function termsOf({ validUntil, ...rest }: z.output<typeof terms>): OfferTerms | null {
  const until = aDay.safeParse(validUntil);
  if (!until.success) return null;
  const money = { amount: fen(rest.amount), fee: fen(rest.fee), guaranteeFee: fen(rest.guaranteeFee) };
  return { ...rest, ...money, rate: ppm(rest.rate), validUntil: until.data };
}

/** The proposal that a body describes; null where its last day is no day. */
export function proposalOf(body: z.output<typeof proposalBody>): Proposal | null {
  if (body.outcome === 'decline') return body;
  const read = termsOf(body.terms);
  return read && { outcome: 'approve', terms: read };
}
