import { applicationParams } from '~/routes/api/application-of.ts';
import { deskOperations } from '~/server/application/desk-operations.ts';
import { readConsented } from '~/server/application/read-consented.ts';
import { machine } from '~/server/http/machine.ts';

export const loader = machine(deskOperations.readConsented, applicationParams, ({ actor, params }) =>
  readConsented(actor, params.id),
);
