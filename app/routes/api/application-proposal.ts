import { refuse } from '~/domain/kernel/result.ts';
import { applicationParams } from '~/routes/api/application-of.ts';
import { bankOperations, proposalOf } from '~/server/application/bank-operations.ts';
import { proposeDecision } from '~/server/application/propose-decision.ts';
import { pushStep, stateOf } from '~/server/application/push-step.ts';
import { machine } from '~/server/http/machine.ts';

export const action = machine(bankOperations.propose, applicationParams, async (call) => {
  const { actor, params, body } = call;
  const proposal = proposalOf(body);
  if (!proposal) return refuse({ code: 'application.day-unreadable' });
  return pushStep(
    call,
    'propose',
    params.id,
    (also) => proposeDecision(actor, params.id, proposal, also),
    stateOf,
  );
});
