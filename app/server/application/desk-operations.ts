import { z } from 'zod';
import { bankOperations } from '~/server/application/bank-operations.ts';

const words = z.string().trim().min(1).max(400);

const requestBody = z
  .strictObject({ what: words.describe('the documents; the firm reads it') })
  .meta({ id: 'DocumentRequest' });

const secondLookBody = z
  .strictObject({ answer: z.enum(['uphold', 'reopen']), why: words.describe('the firm reads it') })
  .meta({ id: 'SecondLookAnswer' });

const record = z
  .object({
    item: z.string(),
    zh: z.string(),
    en: z.string(),
    occurredOn: z.string().nullable(),
    endedOn: z.string().nullable(),
    amount: z.string().nullable().describe('fen'),
    quantity: z.number().nullable(),
    category: z.string().nullable(),
    disputed: z.boolean().describe('the firm objects to it'),
    statement: z.string().nullable().describe('what the firm says of it'),
  })
  .meta({ id: 'ConsentedRecord' });

const document = z
  .object({
    id: z.uuid(),
    name: z.string(),
    contentType: z.string(),
    bytes: z.number().int(),
    sha256: z.string(),
    uploadedAt: z.string(),
  })
  .meta({ id: 'ConsentedDocument' });

const consented = z
  .object({ records: z.array(record), documents: z.array(document) })
  .meta({ id: 'ConsentedFile' });

/** The schemas of these steps that have a name in the description. */
export const deskSchemas: readonly z.ZodType[] = [requestBody, secondLookBody, record, document, consented];

const { pickUp, decide, readApplication } = bankOperations;

/** What is behind the consent, and steps of a bank between the file and its decision, for its own system (domain.md rows F1, F5). */
export const deskOperations = {
  readConsented: {
    ...readApplication,
    path: `${readApplication.path}/consented`,
    id: 'readConsented',
    summary:
      'The records and documents that the firm consented to; asked of the consent at every read, and seen by the firm',
    response: consented,
  },
  askDocuments: {
    ...pickUp,
    path: `${readApplication.path}/document-request`,
    id: 'askDocuments',
    summary:
      'Ask the firm for documents; the first time your clock stands still until they come or their time is over',
    body: requestBody,
  },
  answerSecondLook: {
    ...decide,
    path: `${readApplication.path}/second-look`,
    id: 'answerSecondLook',
    summary:
      'Uphold the decline that the firm asked to look at again, or reopen the application; by a client without a hand in the decision',
    body: secondLookBody,
  },
} as const;
