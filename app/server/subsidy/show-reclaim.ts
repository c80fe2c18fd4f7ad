import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { positionOf, type ReclaimShown, reclaimOf } from '~/server/subsidy/shown.ts';
import { findPositions } from '~/server/subsidy/store-positions.ts';
import { findReclaims } from '~/server/subsidy/store-reclaims.ts';

/** One report with the subsidies of its loan. */
export function showReclaim(actor: Actor, id: string) {
  return withActor(actor, async (tx): Promise<Result<ReclaimPage, { code: 'subsidy.reclaim-not-found' }>> => {
    const [row] = await findReclaims(tx, { id }, 1, 0);
    if (!row) return refuse({ code: 'subsidy.reclaim-not-found' });
    return accept({
      reclaim: reclaimOf(row),
      isMine: row.reported_by === asPerson(actor).userId,
      positions: (await findPositions(tx, { loanId: row.loan_id }, 20, 0)).map(positionOf),
      today: clock.today(),
    });
  });
}

type ReclaimPage = {
  readonly reclaim: ReclaimShown;
  readonly isMine: boolean;
  readonly positions: readonly ReturnType<typeof positionOf>[];
  readonly today: string;
};
