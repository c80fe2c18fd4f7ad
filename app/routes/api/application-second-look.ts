import { applicationParams } from '~/routes/api/application-of.ts';
import { answerSecondLook } from '~/server/application/answer-second-look.ts';
import { deskOperations } from '~/server/application/desk-operations.ts';
import { pushStep, stateOf } from '~/server/application/push-step.ts';
import { machine } from '~/server/http/machine.ts';

export const action = machine(deskOperations.answerSecondLook, applicationParams, (call) => {
  const { actor, params, body } = call;
  return pushStep(
    call,
    'second-look',
    params.id,
    (also) => answerSecondLook(actor, params.id, body, also),
    stateOf,
  );
});
