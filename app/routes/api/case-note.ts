import { caseParams } from '~/routes/api/case-of.ts';
import { machine } from '~/server/http/machine.ts';
import { caseOperations } from '~/server/monitoring/case-operations.ts';
import { pushCaseStep } from '~/server/monitoring/cases-for-machine.ts';
import { followUpAlert } from '~/server/monitoring/follow-up-alert.ts';

export const action = machine(caseOperations.noteCase, caseParams, (call) => {
  const { actor, params, body } = call;
  return pushCaseStep(call, { id: params.id, step: 'note' }, (also) =>
    followUpAlert(actor, params.id, body, also),
  );
});
