import { randomUUID } from 'node:crypto';
import type { NeedId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { isSameWish, type Need, type NeedDraft } from '~/domain/need/need.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addNeed, needsOf } from '~/server/need/store.ts';

export type WriteNeedRefusal = { readonly code: 'need.already-open'; readonly needId: NeedId };

/** The firm states what it wants to borrow. The same wish twice is one need: the open one is named in the refusal. */
export function writeNeed(actor: Actor, draft: NeedDraft): Promise<Result<NeedId, WriteNeedRefusal>> {
  const { enterpriseId, userId } = asFirm(actor);
  return withActor(actor, async (tx) => {
    const twin = (await needsOf(tx, enterpriseId)).find((n) => n.state === 'open' && isSameWish(n, draft));
    if (twin) return refuse({ code: 'need.already-open', needId: twin.id });
    const id = randomUUID() as NeedId;
    const need: Need = { ...draft, id, enterpriseId, state: 'open', createdAt: clock.now() };
    await addNeed(tx, need, userId);
    await recordChange(tx, actor, {
      kind: 'need.written',
      enterpriseId,
      subjectId: id,
      payload: { amountFen: need.amountFen, termMonths: need.termMonths, purpose: need.purpose },
    });
    return accept(id);
  });
}
