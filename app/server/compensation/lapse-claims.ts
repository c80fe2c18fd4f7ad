import { type ClaimState, nextState } from '~/domain/compensation/claim.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { Actor } from '~/server/access/actor.ts';
import { giveBack } from '~/server/compensation/hold-money.ts';
import { openClaim } from '~/server/compensation/open-claim.ts';
import { shareOut } from '~/server/compensation/share-out.ts';
import { changeClaim, findFusedPools, findLapsed } from '~/server/compensation/store.ts';
import { writeClaimStep } from '~/server/compensation/write-claim-step.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';

/**
 * Holds whose last day is over are given back. A claim on the operator's desk keeps its place in the serial order and,
 * where the money is still there, gets it again at once; one that the bank has to complete waits without it.
 */
export async function lapseClaims(tx: Tx, actor: Actor, today: Day): Promise<void> {
  const lapsed = await findLapsed(tx, dateOfDay(today));
  for (const { id } of lapsed) {
    const opened = await openClaim(tx, id);
    if (!opened) continue;
    const { claim } = opened;
    await giveBack(tx, actor, claim, 'expired');
    const moved = nextState(claim.state as ClaimState, 'lose-hold');
    if (moved.ok) await changeClaim(tx, id, { state: moved.value });
    await writeClaimStep(tx, actor, { claim, kind: 'lapsed', party: 'system', tell: ['bank'] });
  }
  // A fuse that watches what is overdue lets claims through once arrears are paid, with nothing having happened to a claim.
  const pools = new Set([...lapsed.map((claim) => claim.poolId), ...(await findFusedPools(tx))]);
  for (const poolId of pools) await shareOut(tx, actor, poolId);
}
