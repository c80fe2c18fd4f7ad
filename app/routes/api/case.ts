import { caseParams } from '~/routes/api/case-of.ts';
import { machine } from '~/server/http/machine.ts';
import { caseOperations } from '~/server/monitoring/case-operations.ts';
import { caseForMachine } from '~/server/monitoring/cases-for-machine.ts';

export const loader = machine(caseOperations.readCase, caseParams, ({ actor, params }) =>
  caseForMachine(actor, params.id),
);
