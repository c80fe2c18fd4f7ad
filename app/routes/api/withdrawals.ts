import { accept } from '~/domain/kernel/result.ts';
import { tasksOfMachine } from '~/server/consent/answer-by-machine.ts';
import { withdrawalOperations } from '~/server/consent/withdrawal-operations.ts';
import { machine } from '~/server/http/machine.ts';

export const loader = machine(withdrawalOperations.listWithdrawals, null, async ({ actor }) =>
  accept(await tasksOfMachine(actor)),
);
