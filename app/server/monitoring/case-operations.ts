import { z } from 'zod';
import type { Day } from '~/domain/kernel/day.ts';
import { verdicts } from '~/domain/monitoring/case.ts';
import { measureKinds } from '~/domain/monitoring/measure.ts';
import { wrongs } from '~/domain/monitoring/verdict.ts';
import { afterPattern } from '~/server/db/keyset.ts';
import type { Operation } from '~/server/http/machine.ts';
import type { CaseTab } from '~/server/monitoring/store-case-list.ts';

/** What a machine may ask for: no case is a machine’s own. */
const shown = [
  'live',
  'desk',
  'unowned',
  'overdue',
  'aside',
  'closed',
  'all',
] as const satisfies readonly CaseTab[];

const severity = z.enum(['red', 'orange', 'yellow']);
const state = z.enum(['open', 'answered', 'closed']);
const day = z.iso
  .date()
  .describe('2026-11-27')
  .transform((text) => text as Day);
const said = z.string().trim().min(2).max(2000);

const caseSchema = z.object({
  id: z.uuid(),
  signal: z.string().describe('the code of the signal that warned, as its library names it'),
  severity,
  state,
  raisedAt: z.string(),
  dueAt: z.string().describe('until when the firm may answer before anything is found against it'),
  verdict: z.enum(verdicts).nullable(),
  escalated: z.boolean().describe('taken over by a higher case of the same matter'),
  firm: z.object({ name: z.string(), uscc: z.string().nullable() }),
  contractNo: z.string().nullable(),
});

const deskSchema = {
  owner: z.string().nullable().describe('who of your bank has it; null for nobody'),
  asideUntil: z.string().nullable().describe('put aside until this day'),
};

const recordSchema = z.object({
  item: z.string().describe('its code in the catalogue'),
  occurredOn: z.string().nullable(),
  amount: z.string().nullable().describe('fen'),
  knownAt: z.string(),
});

const measureSchema = z.object({
  id: z.uuid(),
  kind: z.enum(measureKinds),
  onDay: z.string(),
  amount: z.string().nullable().describe('fen'),
  reason: z.string(),
  by: z.string(),
  state: z.enum(['taken', 'awaiting-second', 'dropped']),
});

const fileSchema = caseSchema
  .extend({
    ...deskSchema,
    loan: z.uuid(),
    escalatedInto: z.uuid().nullable(),
    evidence: z.object({
      figures: z
        .record(z.string(), z.union([z.string(), z.number()]))
        .nullable()
        .describe('what the rule compared; null once a record that they rest on may not be shown any more'),
      records: z.array(recordSchema),
      hidden: z.number().int().describe('records that were repaired, revoked or are disputed since'),
    }),
    measures: z.array(measureSchema),
    steps: z.array(
      z.object({
        step: z.string(),
        at: z.string(),
        party: z.enum(['system', 'enterprise', 'institution', 'operator']),
        by: z.string(),
        text: z.string(),
      }),
    ),
  })
  .meta({ id: 'CaseFile' });

const noteBody = z
  .strictObject({ text: said, bankOnly: z.boolean().default(false).describe('the firm does not read it') })
  .meta({ id: 'CaseNote' });

const measureBody = z
  .strictObject({
    kind: z.enum(measureKinds),
    onDay: day,
    amount: z
      .int()
      .min(1)
      .optional()
      .describe('fen; needed for limit-reduced, undrawn-frozen, early-repayment'),
    reason: said,
    proportionality: said.describe('why nothing gentler does'),
    emergency: said
      .optional()
      .describe('why it cannot wait for the firm’s answer; it then waits for a person'),
  })
  .meta({ id: 'CaseMeasure' });

const verdictBody = z
  .strictObject({
    verdict: z.enum(verdicts),
    note: said,
    explanation: z.string().trim().max(600).optional().describe('of `explained`'),
    curedOn: day.optional().describe('of `cured`'),
    wrong: z.enum(wrongs).optional().describe('of `false-alarm`'),
  })
  .meta({ id: 'CaseVerdict' });

const doneSchema = z
  .object({ id: z.uuid(), step: z.enum(['noted', 'taken', 'awaiting-second', 'closed']) })
  .meta({ id: 'CaseStep' });
export type CaseStepTaken = z.output<typeof doneSchema>;

/** The schemas of cases that have a name in the description. */
export const caseSchemas: readonly z.ZodType[] = [fileSchema, noteBody, measureBody, verdictBody, doneSchema];

const filters = {
  show: z
    .enum(shown)
    .optional()
    .describe('as the tabs of the desk; left out: `live`, all that are not closed'),
  severity: severity.optional(),
  signal: z
    .string()
    .regex(/^[a-z0-9-]{1,40}$/)
    .optional(),
  find: z.string().trim().min(1).max(60).optional().describe('credit code, contract, or part of a name'),
  month: z
    .string()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
    .optional()
    .describe('raised in this month: 2026-11'),
  after: z.string().regex(afterPattern).optional().describe('`next` of the page before'),
};

/** The filters of a list of cases as they stand in an address. */
export const caseFilters = z.object(filters);

const operation = <B, R>(of: Operation<B, R>): Operation<B, R> => of;
const onOne = '/api/v1/cases/{id}';
const step = {
  method: 'POST',
  scope: 'cases:handle',
  response: doneSchema,
  status: 200,
  once: true,
} as const;

/** What machines of banks do with early-warning cases on the bank's own loans (domain.md rows H3 to H7). */
export const caseOperations = {
  listCases: operation({
    method: 'GET',
    path: '/api/v1/cases',
    id: 'listCases',
    summary: 'Early-warning cases on your bank’s loans, a hundred at a time, the latest raised first',
    scope: 'cases:read',
    filters,
    response: z.object({
      cases: z.array(caseSchema.extend(deskSchema)),
      total: z.number().int().nullable().describe('how many there are under the filters, on the first page'),
      next: z.string().nullable(),
    }),
    status: 200,
    once: false,
  }),
  readCase: operation({
    method: 'GET',
    path: onOne,
    id: 'readCase',
    summary: 'One case with its evidence, measures and steps; the firm sees that you read it',
    scope: 'cases:read',
    response: fileSchema,
    status: 200,
    once: false,
  }),
  noteCase: operation({
    ...step,
    path: `${onOne}/note`,
    id: 'noteCase',
    summary: 'Write a note into a live case; the firm hears of it unless it is your bank’s own',
    body: noteBody,
  }),
  measureCase: operation({
    ...step,
    path: `${onOne}/measure`,
    id: 'measureCase',
    summary:
      'Record a measure that your bank took; the firm hears of it. One that limits the firm waits for its answer, or, in an emergency, for a second person at the desk',
    body: measureBody,
  }),
  closeCase: operation({
    ...step,
    path: `${onOne}/verdict`,
    id: 'closeCase',
    summary: 'Close a case with a verdict and what belongs to it; the right of reply comes first',
    body: verdictBody,
  }),
};
