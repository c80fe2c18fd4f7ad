import { bankOperations } from '~/server/application/bank-operations.ts';
import { listForMachine } from '~/server/application/list-for-machine.ts';
import { machine } from '~/server/http/machine.ts';

export const loader = machine(bankOperations.listApplications, null, ({ actor, request }) =>
  listForMachine(actor, new URL(request.url).searchParams),
);
