import { machine } from '~/server/http/machine.ts';
import { caseOperations } from '~/server/monitoring/case-operations.ts';
import { casesForMachine } from '~/server/monitoring/cases-for-machine.ts';

export const loader = machine(caseOperations.listCases, null, ({ actor, request }) =>
  casesForMachine(actor, new URL(request.url).searchParams),
);
