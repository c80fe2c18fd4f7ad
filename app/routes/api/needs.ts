import { needOperations } from '~/server/application/need-operations.ts';
import { needsForMachine } from '~/server/application/needs-for-machine.ts';
import { machine } from '~/server/http/machine.ts';

export const loader = machine(needOperations.listNeeds, null, ({ actor, request }) =>
  needsForMachine(actor, new URL(request.url).searchParams),
);
