import type { Actor } from '~/server/access/actor.ts';
import { postingOrder } from '~/server/application/spread-posting.ts';
import {
  closePostings,
  endedPostings,
  findPosting,
  lapsedAnswers,
  moveAnswer,
} from '~/server/application/store-posting.ts';
import { tellAnswer } from '~/server/application/tell-answer.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { notify } from '~/server/platform/notify.ts';

/**
 * Takes needs back from banks that let their clock run out, and ends postings whose last day is past (domain.md row E6): no
 * further bank takes one up, and those that did still answer within their clock.
 * Both firms and banks see it; repeating it changes nothing.
 */
export async function returnNeeds(tx: Tx, actor: Actor): Promise<{ returned: number; ended: number }> {
  const at = clock.now();
  const lapsed = await lapsedAnswers(tx, at);
  let returned = 0;
  for (const answer of lapsed) {
    const posting = await findPosting(tx, answer.postingId);
    if (!posting) continue;
    await moveAnswer(tx, answer, 'returned', at);
    returned += 1;
    await tellAnswer(tx, actor, { ...answer, needId: posting.needId }, 'returned');
    const href = `/bank/needs/${answer.postingId}`;
    await notify(tx, {
      to: { institutionId: answer.institutionId },
      kind: 'need.let-lapse',
      params: {},
      href,
    });
  }
  const ended = await endedPostings(tx, clock.today());
  for (const { enterpriseId, needId, id } of ended) {
    await closePostings(tx, enterpriseId, needId, 'ended', at);
    await recordChange(tx, actor, {
      kind: 'need.posting-ended',
      enterpriseId,
      subjectId: id,
      jobs: [postingOrder(id, 'need.expired')],
    });
    await appendAudit(tx, actor, { action: 'need.posting-ended', enterpriseId, detail: { postingId: id } });
    const href = `/my/needs/${needId}/banks`;
    await notify(tx, { to: { enterpriseId }, kind: 'need.posting-ended', params: {}, href });
  }
  return { returned, ended: ended.length };
}
