import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { followLoss } from '~/server/compensation/follow-loss.ts';
import { openClaim } from '~/server/compensation/open-claim.ts';
import { type Settled, type SettleRefusal, settleClaim } from '~/server/compensation/settle-claim.ts';
import { shareOut } from '~/server/compensation/share-out.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type ConfirmRefusal =
  | SettleRefusal
  | { readonly code: 'compensation.not-found' }
  | { readonly code: 'compensation.not-proposed' }
  | { readonly code: 'compensation.same-person' };

/** The second funds operator confirms what the first one proposed, and the money moves. */
export function confirmSettlement(actor: Actor, claimId: string): Promise<Result<Settled, ConfirmRefusal>> {
  const checker = asPerson(actor);
  return withActor(actor, async (tx) => {
    const opened = await openClaim(tx, claimId);
    if (!opened) return refuse({ code: 'compensation.not-found' });
    const { proposedBy, state } = opened.claim;
    if (state !== 'proposed' || proposedBy === null) return refuse({ code: 'compensation.not-proposed' });
    if (proposedBy === checker.userId) return refuse({ code: 'compensation.same-person' });
    const place = await followLoss(tx, opened);
    const settled = await settleClaim(tx, actor, place, { proposedBy, confirmedBy: checker.userId });
    if (!settled.ok) return settled;
    await shareOut(tx, actor, opened.pool.id);
    return accept(settled.value);
  });
}
