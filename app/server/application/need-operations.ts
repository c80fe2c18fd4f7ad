import { z } from 'zod';
import { answerStates } from '~/domain/application/posting.ts';
import { terms } from '~/server/application/bank-operations.ts';
import { postedFilters } from '~/server/application/list-posted.ts';
import type { Operation } from '~/server/http/machine.ts';

const own = z
  .object({
    state: z.enum(answerStates),
    dueAt: z.string().describe('the end of your time to answer'),
  })
  .nullable()
  .describe(
    'what became of it at your bank; void: the firm took it back before your answer; null before you took it up',
  );

const standing = z.enum(['pass', 'unknown']).nullable();

const needSchema = z.object({
  id: z.uuid(),
  amount: z.string().describe('fen'),
  termMonths: z.number().int(),
  purpose: z.string(),
  collateral: z.array(z.string()),
  firm: z
    .string()
    .nullable()
    .describe('its name where it lets itself be known; null while it stays anonymous'),
  kind: z.string(),
  size: z.string().nullable(),
  region: z.string().nullable(),
  industry: z.string().nullable(),
  years: z.number().int().nullable().describe('at least so many whole years since it was established'),
  grade: z.string().nullable(),
  recommended: z.boolean(),
  postedAt: z.string(),
  openUntil: z.string(),
  isOpen: z.boolean(),
  own,
});

const listed = z.object({
  needs: z.array(needSchema.extend({ fits: standing.describe('the best that your products stand') })),
  page: z.number().int(),
  pages: z.number().int(),
  total: z.number().int(),
});

const needFile = needSchema
  .extend({
    products: z.array(z.object({ id: z.uuid(), zh: z.string(), en: z.string(), standing })),
  })
  .meta({ id: 'PostedNeedFile' });

const answerBody = z
  .discriminatedUnion('outcome', [
    z.strictObject({
      outcome: z.literal('offer'),
      product: z.uuid().describe('one of your published products'),
      terms,
    }),
    z.strictObject({ outcome: z.literal('pass') }),
  ])
  .meta({ id: 'NeedAnswer' });

const taken = z
  .object({ id: z.uuid(), state: z.enum(['taken', 'offered', 'passed']) })
  .meta({ id: 'NeedTaken' });
export type NeedTaken = z.output<typeof taken>;

/** The schemas of posted needs that have a name in the description. */
export const needSchemas: readonly z.ZodType[] = [needFile, answerBody, taken];

const operation = <B, R>(of: Operation<B, R>): Operation<B, R> => of;
const onOne = '/api/v1/needs/{id}';
const step = { method: 'POST', scope: 'needs:answer', response: taken, status: 200, once: true } as const;

/** What machines of banks do with needs that firms put before them (domain.md row E4). */
export const needOperations = {
  listNeeds: operation({
    method: 'GET',
    path: '/api/v1/needs',
    id: 'listNeeds',
    summary:
      'Needs that firms put before your bank, the latest first; those that yours took up stay, also when over',
    scope: 'needs:read',
    filters: {
      show: z.enum(postedFilters).optional().describe('left out: all that stand'),
      page: z.number().int().min(1).max(999).optional(),
    },
    response: listed,
    status: 200,
    once: false,
  }),
  readNeed: operation({
    method: 'GET',
    path: onOne,
    id: 'readNeed',
    summary: 'One posted need with how each of your products stands; the firm sees that you read it',
    scope: 'needs:read',
    response: needFile,
    status: 200,
    once: false,
  }),
  takeNeed: operation({
    ...step,
    path: `${onOne}/taking`,
    id: 'takeNeed',
    summary: 'Take a need up: from now on your time to answer runs, and the firm sees it',
  }),
  answerNeed: operation({
    ...step,
    path: `${onOne}/answer`,
    id: 'answerNeed',
    summary: 'Answer a need that you took up: with terms, an intention and no approval, or that you pass',
    body: answerBody,
  }),
};
