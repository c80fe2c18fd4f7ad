import { z } from 'zod';
import type { Operation } from '~/server/http/machine.ts';

const figure = z.union([z.string().max(40), z.number()]);
const day = z.string().max(20).describe('2026-09-30, 2026-09 or 2026: a day, month or year');

/** One record as a machine hands it over; which members an item needs is in its catalogue entry. */
export const pushedRecord = z
  .strictObject({
    uscc: z.string().min(1).max(40).describe('unified social credit code of the firm'),
    date: day,
    endDate: day.nullable().optional(),
    amount: figure.nullable().optional().describe('yuan'),
    quantity: figure.nullable().optional(),
    category: z.string().max(200).nullable().optional(),
    recordNo: z
      .string()
      .max(200)
      .nullable()
      .optional()
      .describe('the source’s own number: the same number later is a correction'),
    reference: z.string().max(400).nullable().optional(),
    note: z.string().max(1_000).nullable().optional(),
    name: z.string().max(200).nullable().optional().describe('register of firms only'),
    region: z.string().max(20).nullable().optional().describe('register of firms only'),
    industry: z.string().max(20).nullable().optional().describe('register of firms only'),
    capitalWan: figure.nullable().optional().describe('register of firms only: 10,000 yuan'),
    status: z.string().max(60).nullable().optional().describe('register of firms only'),
  })
  .meta({ id: 'Record' });
export type PushedRecord = z.output<typeof pushedRecord>;

export const mostRecords = 5_000;

const batchState = z.enum(['received', 'accepted', 'refused']);
const problemSchema = z.object({ code: z.string(), message: z.string() });

export const batchSchema = z
  .object({
    id: z.uuid(),
    item: z.string().nullable(),
    state: batchState,
    receivedAt: z.string(),
    read: z.number().int(),
    accepted: z.number().int(),
    duplicate: z.number().int(),
    quarantined: z.number().int(),
    waiting: z.number().int(),
    replayOf: z.uuid().nullable(),
    refusal: problemSchema.nullable(),
  })
  .meta({ id: 'Batch' });

export const rejectSchema = z
  .object({
    row: z.number().int(),
    record: z.number().int(),
    column: z.string().nullable(),
    problem: problemSchema,
    cells: z.record(z.string(), z.string()),
    sentAgainIn: z.uuid().nullable(),
  })
  .meta({ id: 'Reject' });

export const itemSchema = z
  .object({
    code: z.string(),
    version: z.number().int(),
    name: z.object({ zh: z.string(), en: z.string() }),
    mode: z.enum(['physical', 'interface', 'verify', 'declared']),
    ceiling: z.enum(['store-only', 'yes-no', 'aggregate', 'raw']),
    level: z.enum(['centre', 'province', 'city']),
    period: z.enum(['event', 'monthly', 'quarterly', 'yearly']),
    freshDays: z.number().int(),
    lastDelivery: z.string().nullable(),
    deliverable: z.boolean(),
    needs: z.array(z.string()).describe('members that each record must have'),
    categories: z.array(z.object({ code: z.string(), zh: z.string(), en: z.string() })),
  })
  .meta({ id: 'Item' });

const pushBody = z
  .object({ item: z.string().max(60), records: z.array(pushedRecord).min(1).max(mostRecords) })
  .meta({ id: 'Push' });

const replayBody = z
  .object({
    rows: z
      .array(
        z.object({
          row: z.number().int().min(0),
          record: z.number().int().min(0).default(0),
          cells: z.record(z.string(), z.string().max(4_000)).describe('the cells to change, by column'),
        }),
      )
      .max(mostRecords)
      .optional()
      .describe('left out: all that wait, as they are'),
  })
  .meta({ id: 'Replay' });

const taken = z.object({ batchId: z.uuid(), state: batchState }).meta({ id: 'Taken' });

/** The schemas that have a name in the description. */
export const namedSchemas: readonly z.ZodType[] = [
  pushedRecord,
  pushBody,
  replayBody,
  taken,
  batchSchema,
  rejectSchema,
  itemSchema,
];

const operation = <B, R>(of: Operation<B, R>): Operation<B, R> => of;

/** The push interface, operation by operation: routes run by it and its description is made of it. */
export const operations = {
  listItems: operation({
    method: 'GET',
    path: '/api/v1/items',
    id: 'listItems',
    summary: 'The items that your department supplies, as the catalogue in force has them',
    scope: 'catalogue:read',
    response: z.object({ items: z.array(itemSchema) }),
    status: 200,
    once: false,
  }),
  pushRecords: operation({
    method: 'POST',
    path: '/api/v1/batches',
    id: 'pushRecords',
    summary: 'Hand records of one item over as a batch; a worker takes it in',
    scope: 'records:write',
    body: pushBody,
    response: taken,
    status: 202,
    once: true,
  }),
  readBatch: operation({
    method: 'GET',
    path: '/api/v1/batches/{id}',
    id: 'readBatch',
    summary: 'What became of a batch',
    scope: 'records:read',
    response: batchSchema,
    status: 200,
    once: false,
  }),
  listRejects: operation({
    method: 'GET',
    path: '/api/v1/batches/{id}/rejects',
    id: 'listRejects',
    summary: 'The records of a batch in quarantine, 200 a page',
    scope: 'records:read',
    filters: {
      after: z
        .string()
        .regex(/^\d{1,9}_\d{1,4}$/)
        .optional()
        .describe('`next` of the page before'),
    },
    response: z.object({ rejects: z.array(rejectSchema), next: z.string().nullable() }),
    status: 200,
    once: false,
  }),
  replayBatch: operation({
    method: 'POST',
    path: '/api/v1/batches/{id}/replays',
    id: 'replayBatch',
    summary: 'Send quarantined records in again, mended or as they are',
    scope: 'records:write',
    body: replayBody,
    response: taken,
    status: 202,
    once: true,
  }),
} as const;
