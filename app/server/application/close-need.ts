import type { NeedId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { endPostings } from '~/server/application/close-posting.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { closeOpenNeed } from '~/server/need/store.ts';

export type CloseNeedRefusal = { readonly code: 'need.not-found' };

/** The firm no longer wants the money: banks find the need no more. Applications already sent go on; they are withdrawn where they are listed. */
export function closeNeed(actor: Actor, id: NeedId): Promise<Result<NeedId, CloseNeedRefusal>> {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx) => {
    if (!(await closeOpenNeed(tx, enterpriseId, id))) return refuse({ code: 'need.not-found' });
    await endPostings(tx, actor, id);
    await recordChange(tx, actor, { kind: 'need.closed', enterpriseId, subjectId: id });
    return accept(id);
  });
}
