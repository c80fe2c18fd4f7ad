import { machine } from '~/server/http/machine.ts';
import { listPublicByMachine } from '~/server/modelling/list-public-by-machine.ts';
import { publicOperations } from '~/server/modelling/public-operations.ts';

export const loader = machine(publicOperations.listPublicFirms, null, ({ actor, request }) =>
  listPublicByMachine(actor, new URL(request.url).searchParams),
);
