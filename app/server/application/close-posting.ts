import type { NeedId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm, type FirmPerson } from '~/server/access/actor.ts';
import { answerOrder, postingOrder } from '~/server/application/spread-posting.ts';
import { closePostings, postingsOf, voidAnswers } from '~/server/application/store-posting.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { notify } from '~/server/platform/notify.ts';

/** The firm takes its need back: no bank finds it from now on, and answers under way end. Terms already stated stand. */
export function closePosting(
  actor: FirmPerson,
  needId: NeedId,
): Promise<Result<number, { readonly code: 'need.not-found' }>> {
  return withActor(actor, async (tx): Promise<Result<number, { readonly code: 'need.not-found' }>> => {
    const closed = await endPostings(tx, actor, needId);
    return closed === 0 ? refuse({ code: 'need.not-found' }) : accept(closed);
  });
}

/**
 * Takes the need back and tells the banks that could read it; those whose clock runs are free of it, also where the posting
 * had ended. How many postings and answers that were.
 */
export async function endPostings(tx: Tx, actor: Actor, needId: NeedId): Promise<number> {
  const { enterpriseId } = asFirm(actor);
  const at = clock.now();
  const open = (await postingsOf(tx, enterpriseId, needId)).filter(({ state }) => state === 'open');
  const closed = await closePostings(tx, enterpriseId, needId, 'closed', at);
  const voided = await voidAnswers(tx, enterpriseId, needId, at);
  if (closed + voided.length === 0) return 0;
  const unheard = voided.filter(({ postingId }) => !open.some(({ id }) => id === postingId));
  await recordChange(tx, actor, {
    kind: 'need.posting-closed',
    enterpriseId,
    subjectId: needId,
    jobs: [
      ...open.map(({ id }) => postingOrder(id, 'need.withdrawn')),
      ...unheard.map(({ institutionId, postingId }) =>
        answerOrder(institutionId, postingId, 'need.withdrawn'),
      ),
    ],
  });
  const detail = { needId, answersVoid: voided.length };
  await appendAudit(tx, actor, { action: 'need.posting-closed', enterpriseId, detail });
  for (const { institutionId, postingId } of voided)
    await notify(tx, {
      to: { institutionId },
      kind: 'need.answer-void',
      params: {},
      href: `/bank/needs/${postingId}`,
    });
  return closed + voided.length;
}
