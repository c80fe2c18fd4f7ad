import { fen } from '~/domain/kernel/money.ts';
import { caseParams } from '~/routes/api/case-of.ts';
import { machine } from '~/server/http/machine.ts';
import { caseOperations } from '~/server/monitoring/case-operations.ts';
import { pushCaseStep } from '~/server/monitoring/cases-for-machine.ts';
import { takeMeasure } from '~/server/monitoring/take-measure.ts';

export const action = machine(caseOperations.measureCase, caseParams, (call) => {
  const { actor, params, body } = call;
  const amount = body.amount === undefined ? null : fen(body.amount);
  const wish = { ...body, amount, emergency: body.emergency ?? null };
  return pushCaseStep(call, { id: params.id, step: 'measure' }, (also) =>
    takeMeasure(actor, params.id, wish, also),
  );
});
