import { refuse } from '~/domain/kernel/result.ts';
import { applicationParams } from '~/routes/api/application-of.ts';
import { bankOperations } from '~/server/application/bank-operations.ts';
import { aDay } from '~/server/application/form-fields.ts';
import { pushStep, stateOf } from '~/server/application/push-step.ts';
import { recordContract } from '~/server/application/record-contract.ts';
import { machine } from '~/server/http/machine.ts';

export const action = machine(bankOperations.contract, applicationParams, async (call) => {
  const { actor, params, body } = call;
  const on = aDay.safeParse(body.contractOn);
  if (!on.success) return refuse({ code: 'application.day-unreadable' });
  const input = { contractNo: body.contractNo, contractOn: on.data };
  return pushStep(
    call,
    'contract',
    params.id,
    (also) => recordContract(actor, params.id, input, also),
    stateOf,
  );
});
