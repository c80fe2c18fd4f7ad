import { mayChoose, type PostingRefusal } from '~/domain/application/posting.ts';
import type { NeedId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { FirmPerson } from '~/server/access/actor.ts';
import { answerOrder } from '~/server/application/spread-posting.ts';
import { answersTo, moveAnswer, postingsOf } from '~/server/application/store-posting.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { notify } from '~/server/platform/notify.ts';

export type ChooseRefusal = PostingRefusal | { readonly code: 'need.not-found' };

/**
 * The firm wants to go on with one bank's terms: only now does that bank learn who asks (domain.md row E7). Returns the
 * product to apply for; records are opened by the consent of the application itself, not by this.
 */
export function chooseAnswer(
  actor: FirmPerson,
  needId: NeedId,
  answerId: string,
): Promise<Result<{ readonly productId: string }, ChooseRefusal>> {
  const { enterpriseId } = actor;
  return withActor(actor, async (tx): Promise<Result<{ readonly productId: string }, ChooseRefusal>> => {
    const postings = await postingsOf(tx, enterpriseId, needId);
    const answers = await answersTo(
      tx,
      postings.map(({ id }) => id),
    );
    const answer = answers.find(({ id }) => id === answerId);
    if (!answer) return refuse({ code: 'need.not-found' });
    const may = mayChoose(answer, clock.today());
    if (!may.ok) return may;
    const productId = answer.productId ?? '';
    if (answer.state === 'chosen') return accept({ productId });
    await moveAnswer(tx, answer, 'chosen', clock.now());
    const { institutionId, postingId } = answer;
    const detail = { postingId, institutionId };
    await recordChange(tx, actor, {
      kind: 'need.answer-chosen',
      enterpriseId,
      institutionId,
      subjectId: answerId,
      jobs: [answerOrder(institutionId, postingId, 'need.chosen')],
    });
    await appendAudit(tx, actor, { action: 'need.answer-chosen', enterpriseId, detail });
    await notify(tx, {
      to: { institutionId },
      kind: 'need.answer-chosen',
      params: {},
      href: `/bank/needs/${postingId}`,
    });
    return accept({ productId });
  });
}
