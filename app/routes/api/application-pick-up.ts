import { applicationParams } from '~/routes/api/application-of.ts';
import { bankOperations } from '~/server/application/bank-operations.ts';
import { pickUpApplication } from '~/server/application/pick-up-application.ts';
import { pushStep, stateOf } from '~/server/application/push-step.ts';
import { machine } from '~/server/http/machine.ts';

export const action = machine(bankOperations.pickUp, applicationParams, (call) => {
  const { actor, params } = call;
  return pushStep(call, 'pick-up', params.id, (also) => pickUpApplication(actor, params.id, also), stateOf);
});
