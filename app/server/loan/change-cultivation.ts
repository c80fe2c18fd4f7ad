import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type JoinRefusal, mayJoin } from '~/domain/loan/cultivation.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  addCultivation,
  borrowingOf,
  endCultivation,
  openCultivation,
} from '~/server/loan/store-cultivation.ts';

export type CultivationRefusal = JoinRefusal | { readonly code: 'loan.not-cultivated' };

/** The firm joins the list, which is its consent to be known to banks by name, or leaves it. */
export function changeCultivation(
  actor: Actor,
  wish: 'join' | 'leave',
): Promise<Result<null, CultivationRefusal>> {
  const { enterpriseId, userId } = asFirm(actor);
  return withActor(actor, async (tx): Promise<Result<null, CultivationRefusal>> => {
    const listed = await openCultivation(tx, enterpriseId);
    const at = clock.now();
    if (wish === 'join') {
      const may = mayJoin({ ...(await borrowingOf(tx, enterpriseId)), isListed: listed !== null });
      if (!may.ok) return may;
      await addCultivation(tx, { enterpriseId, id: randomUUID(), joinedBy: userId, joinedAt: at });
    } else {
      if (!listed) return refuse({ code: 'loan.not-cultivated' });
      await endCultivation(tx, enterpriseId, at);
    }
    const kind = wish === 'join' ? 'loan.cultivation-joined' : 'loan.cultivation-left';
    await recordChange(tx, actor, { kind, enterpriseId });
    await appendAudit(tx, actor, { action: kind, enterpriseId });
    return accept(null);
  });
}
