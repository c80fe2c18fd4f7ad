import { applicationParams } from '~/routes/api/application-of.ts';
import { bankOperations } from '~/server/application/bank-operations.ts';
import { readForMachine } from '~/server/application/list-for-machine.ts';
import { machine } from '~/server/http/machine.ts';

export const loader = machine(bankOperations.readApplication, applicationParams, ({ actor, params }) =>
  readForMachine(actor, params.id),
);
