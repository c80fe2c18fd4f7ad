import { mayCall } from '~/domain/monitoring/committee.ts';
import { type Actor, asFirm, system } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  asBorrower,
  asDesk,
  type BorrowerView,
  type DeskView,
} from '~/server/monitoring/committee/committee-view.ts';
import {
  findCommitteeOf,
  findLendersOf,
  findSeverities,
  findSteps,
} from '~/server/monitoring/store-committee.ts';

export type CommitteeForDesk = { readonly mayCall: boolean; readonly committee: DeskView | null };

/** The last committee of a firm for the risk desk, and whether another may be called. */
export function showCommittee(actor: Actor, enterpriseId: string): Promise<CommitteeForDesk> {
  return withActor(actor, async (tx) => {
    const row = await findCommitteeOf(tx, enterpriseId);
    const may = mayCall({
      lenders: (await findLendersOf(tx, enterpriseId)).length,
      severities: await findSeverities(tx, enterpriseId),
      hasLive: row?.state === 'asked' || row?.state === 'open',
    });
    return { mayCall: may.ok, committee: row && asDesk(row, await findSteps(tx, row)) };
  });
}

/** The firm's own view of its last committee. */
export function showOwnCommittee(actor: Actor): Promise<BorrowerView | null> {
  const { enterpriseId } = asFirm(actor);
  return withActor(system('monitoring.committee'), async (tx) => {
    const row = await findCommitteeOf(tx, enterpriseId);
    return row && asBorrower(row, await findSteps(tx, row));
  });
}
