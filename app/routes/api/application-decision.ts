import { applicationParams } from '~/routes/api/application-of.ts';
import { bankOperations } from '~/server/application/bank-operations.ts';
import { decideApplication } from '~/server/application/decide-application.ts';
import { pushStep, stateOf } from '~/server/application/push-step.ts';
import { machine } from '~/server/http/machine.ts';

export const action = machine(bankOperations.decide, applicationParams, (call) => {
  const { actor, params, body } = call;
  return pushStep(
    call,
    'decide',
    params.id,
    (also) => decideApplication(actor, params.id, body, also),
    stateOf,
  );
});
