import { z } from 'zod';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { answerByMachine } from '~/server/consent/answer-by-machine.ts';
import { withdrawalOperations } from '~/server/consent/withdrawal-operations.ts';
import { machine } from '~/server/http/machine.ts';

const params = z.object({ id: z.uuid() });

export const action = machine(
  withdrawalOperations.acknowledgeWithdrawal,
  params,
  ({ actor, publicKey, body, params: { id }, key, bodyHash }) =>
    answerByMachine(
      actor,
      { ...body, consentId: id as ConsentId, publicKey },
      { key, requestHash: bodyHash },
    ),
);
