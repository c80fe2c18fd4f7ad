import { z } from 'zod';
import type { Operation } from '~/server/http/machine.ts';

const item = z.object({ code: z.string(), zh: z.string(), en: z.string() });

const firmSchema = z
  .object({
    uscc: z.string(),
    name: z.string(),
    region: z.string().nullable(),
    industry: z.string().nullable(),
    established: z.string().nullable(),
    counts: z
      .record(z.string(), z.int())
      .describe('records in force by the code of the item; an item without any is not in it'),
  })
  .meta({ id: 'PublicFirm' });

/** The schemas that have a name in the description. */
export const publicSchemas: readonly z.ZodType[] = [firmSchema];

const listed = z.object({
  items: z.array(item),
  firms: z.array(firmSchema),
  next: z.string().nullable(),
});

const listPublicFirms: Operation<unknown, z.output<typeof listed>> = {
  method: 'GET',
  path: '/api/v1/public-firms',
  id: 'listPublicFirms',
  summary: 'Firms of a region and an industry with their public records, a thousand at a time',
  scope: 'public-records:read',
  filters: {
    region: z.string().optional().describe('six digits of GB/T 2260, of any level'),
    section: z.string().optional().describe('a letter of GB/T 4754'),
    after: z
      .string()
      .regex(/^[0-9A-Z]{18}$/)
      .optional()
      .describe('`next` of the page before'),
  },
  response: listed,
  status: 200,
  once: false,
};

/** What machines of banks read of all firms: public items alone (domain.md row C3). */
export const publicOperations = { listPublicFirms } as const;
