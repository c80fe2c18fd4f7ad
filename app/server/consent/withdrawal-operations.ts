import { z } from 'zod';
import { acknowledgementSteps } from '~/domain/consent/withdrawal.ts';
import type { Operation } from '~/server/http/machine.ts';

const answered = z.enum(['stopped', 'purged']);

export const withdrawalSchema = z
  .object({
    consentId: z.uuid(),
    of: z.enum(['firm', 'person']).describe('whose consent ended'),
    firm: z.string(),
    purpose: z.string(),
    withdrawnAt: z
      .string()
      .nullable()
      .describe('null where the agreed retention is over and nobody withdrew'),
    dueOn: z.string().describe('the last day for the deletion'),
    items: z
      .array(z.string())
      .nullable()
      .describe(
        'where a newer consent covers less: the items that it leaves out; null where all is to be deleted',
      ),
    steps: z.array(z.enum(acknowledgementSteps)),
    next: z.object({ step: answered, statement: z.string().describe('the text to sign, UTF-8') }).nullable(),
  })
  .meta({ id: 'Withdrawal' });

const acknowledgeBody = z
  .strictObject({
    step: answered,
    signature: z
      .string()
      .max(200)
      .describe('Ed25519 over the statement of the step by the key of the client, base64'),
  })
  .meta({ id: 'Acknowledgement' });

const acknowledged = z.object({ consentId: z.uuid(), step: answered }).meta({ id: 'Acknowledged' });

/** The schemas that have a name in the description. */
export const withdrawalSchemas: readonly z.ZodType[] = [withdrawalSchema, acknowledgeBody, acknowledged];

const operation = <B, R>(of: Operation<B, R>): Operation<B, R> => of;

/** What machines of recipients do after withdrawals (domain.md row B4). */
export const withdrawalOperations = {
  listWithdrawals: operation({
    method: 'GET',
    path: '/api/v1/withdrawals',
    id: 'listWithdrawals',
    summary: 'What your institution has to stop and delete, the most urgent first',
    scope: 'withdrawals:read',
    response: z.object({ withdrawals: z.array(withdrawalSchema), today: z.string() }),
    status: 200,
    once: false,
  }),
  acknowledgeWithdrawal: operation({
    method: 'POST',
    path: '/api/v1/withdrawals/{id}/acknowledgements',
    id: 'acknowledgeWithdrawal',
    summary: 'Acknowledge, signed, that use has stopped or that the data are deleted',
    scope: 'withdrawals:acknowledge',
    body: acknowledgeBody,
    response: acknowledged,
    status: 200,
    once: true,
  }),
} as const;
