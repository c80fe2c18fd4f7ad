import { refuse } from '~/domain/kernel/result.ts';
import { needParams } from '~/routes/api/need-of.ts';
import { answerNeed } from '~/server/application/answer-need.ts';
import { termsOf } from '~/server/application/bank-operations.ts';
import { needOperations } from '~/server/application/need-operations.ts';
import { pushAnswer } from '~/server/application/needs-for-machine.ts';
import { machine } from '~/server/http/machine.ts';

export const action = machine(needOperations.answerNeed, needParams, async (call) => {
  const { actor, params, body } = call;
  const terms = body.outcome === 'offer' ? termsOf(body.terms) : null;
  if (body.outcome === 'offer' && !terms) return refuse({ code: 'application.day-unreadable' });
  const reply = body.outcome === 'offer' && terms ? { productId: body.product, terms } : null;
  const state = reply ? 'offered' : 'passed';
  return pushAnswer(call, { id: params.id, state }, (also) => answerNeed(actor, params.id, reply, also));
});
