import { applicationParams } from '~/routes/api/application-of.ts';
import { askDocuments } from '~/server/application/ask-documents.ts';
import { deskOperations } from '~/server/application/desk-operations.ts';
import { pushStep, stateOf } from '~/server/application/push-step.ts';
import { machine } from '~/server/http/machine.ts';

export const action = machine(deskOperations.askDocuments, applicationParams, (call) => {
  const { actor, params, body } = call;
  return pushStep(
    call,
    'ask-documents',
    params.id,
    (also) => askDocuments(actor, params.id, body.what, also),
    stateOf,
  );
});
