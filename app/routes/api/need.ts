import { needParams } from '~/routes/api/need-of.ts';
import { needOperations } from '~/server/application/need-operations.ts';
import { needForMachine } from '~/server/application/needs-for-machine.ts';
import { machine } from '~/server/http/machine.ts';

export const loader = machine(needOperations.readNeed, needParams, ({ actor, params }) =>
  needForMachine(actor, params.id),
);
