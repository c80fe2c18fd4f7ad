import type { NeedId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm, type FirmPerson } from '~/server/access/actor.ts';
import { postingOrder } from '~/server/application/spread-posting.ts';
import { closePostings, postingsOf } from '~/server/application/store-posting.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';

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

/** Ends the open postings of a need of the firm and tells the banks that could read them; how many there were. */
export async function endPostings(tx: Tx, actor: Actor, needId: NeedId): Promise<number> {
  const { enterpriseId } = asFirm(actor);
  const open = (await postingsOf(tx, enterpriseId, needId)).filter(({ state }) => state === 'open');
  const closed = await closePostings(tx, enterpriseId, needId, clock.now());
  if (closed === 0) return 0;
  await recordChange(tx, actor, {
    kind: 'need.posting-closed',
    enterpriseId,
    subjectId: needId,
    jobs: open.map(({ id }) => postingOrder(id, 'need.withdrawn')),
  });
  await appendAudit(tx, actor, { action: 'need.posting-closed', enterpriseId, detail: { needId } });
  return closed;
}
