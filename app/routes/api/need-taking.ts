import { needParams } from '~/routes/api/need-of.ts';
import { needOperations } from '~/server/application/need-operations.ts';
import { pushAnswer } from '~/server/application/needs-for-machine.ts';
import { takeNeed } from '~/server/application/take-need.ts';
import { machine } from '~/server/http/machine.ts';

export const action = machine(needOperations.takeNeed, needParams, (call) => {
  const { actor, params } = call;
  return pushAnswer(call, { id: params.id, state: 'taken' }, (also) => takeNeed(actor, params.id, also));
});
