import { caseParams } from '~/routes/api/case-of.ts';
import { machine } from '~/server/http/machine.ts';
import { caseOperations } from '~/server/monitoring/case-operations.ts';
import { pushCaseStep } from '~/server/monitoring/cases-for-machine.ts';
import { closeAlert } from '~/server/monitoring/close-alert.ts';

export const action = machine(caseOperations.closeCase, caseParams, (call) => {
  const { actor, params, body } = call;
  return pushCaseStep(call, { id: params.id, step: 'verdict' }, (also) =>
    closeAlert(actor, params.id, body, also),
  );
});
