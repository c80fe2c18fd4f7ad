import { z } from 'zod';
import type { Operation } from '~/server/http/machine.ts';
import { encodings } from '~/server/record/delivery-refused.ts';
import { mostPartBytes, mostUploadBytes, uploadDays } from '~/server/record/upload-limits.ts';

export const uploadBody = z
  .object({
    item: z.string().max(60),
    fileName: z.string().min(1).max(200),
    bytes: z.number().int().min(1).max(mostUploadBytes).describe('size of the whole file'),
    encoding: z.enum(encodings).default('auto'),
  })
  .meta({ id: 'NewUpload' });

export const finishBody = z
  .object({
    sha256: z
      .string()
      .regex(/^[0-9a-f]{64}$/)
      .describe('of the whole file, in lower-case hexadecimal'),
  })
  .meta({ id: 'FinishUpload' });

export const uploadSchema = z
  .object({
    id: z.uuid(),
    item: z.string(),
    fileName: z.string(),
    bytes: z.number().int(),
    offset: z.number().int().describe('how many bytes are here: the next part begins there'),
    state: z.enum(['open', 'finished', 'discarded', 'expired']),
    batchId: z.uuid().nullable(),
    partBytes: z.number().int().describe('the most that one part may have'),
    expiresOn: z.string().describe('the day on which it is given up when nothing is added'),
  })
  .meta({ id: 'Upload' });

const offsetSchema = z.object({ offset: z.number().int() }).meta({ id: 'Offset' });
const taken = z
  .object({ batchId: z.uuid(), state: z.enum(['received', 'accepted', 'refused']) })
  .meta({ id: 'Taken' });

export const uploadSchemas: readonly z.ZodType[] = [uploadBody, finishBody, uploadSchema, offsetSchema];

const operation = <B, R>(of: Operation<B, R>): Operation<B, R> => of;
const scope = 'records:write' as const;

/** Files in parts, operation by operation. */
export const uploadOperations = {
  startUpload: operation({
    method: 'POST',
    path: '/api/v1/uploads',
    id: 'startUpload',
    summary: `Begin to hand a file over in parts; one that nothing is added to for ${uploadDays} days is given up`,
    scope,
    body: uploadBody,
    response: uploadSchema,
    status: 200,
    once: false,
  }),
  readUpload: operation({
    method: 'GET',
    path: '/api/v1/uploads/{id}',
    id: 'readUpload',
    summary: 'How far an upload has come: after a broken connection go on from its offset',
    scope,
    response: uploadSchema,
    status: 200,
    once: false,
  }),
  appendPart: operation<Uint8Array<ArrayBuffer>, z.output<typeof offsetSchema>>({
    method: 'POST',
    path: '/api/v1/uploads/{id}/parts',
    id: 'appendPart',
    summary: 'Add the next part; one that does not begin at the offset is refused with 409 and the offset',
    scope,
    octets: mostPartBytes,
    query: { name: 'offset', description: 'where in the file the part begins' },
    response: offsetSchema,
    status: 200,
    once: false,
  }),
  finishUpload: operation({
    method: 'POST',
    path: '/api/v1/uploads/{id}/finish',
    id: 'finishUpload',
    summary: 'Say that all parts are there; the hash must fit, then a worker takes the file in',
    scope,
    body: finishBody,
    response: taken,
    status: 202,
    once: false,
  }),
} as const;
