import { isClosedWithoutPay } from '~/domain/compensation/claim.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, fen, minus, zeroFen } from '~/domain/kernel/money.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { RecoveryPart } from '~/domain/policy/recovery.ts';
import { type Actor, asInstitution, system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { followLoss } from '~/server/compensation/follow-loss.ts';
import { claimantOf } from '~/server/compensation/guarantor-of-claim.ts';
import { cameBackIn } from '~/server/compensation/loss-bearers.ts';
import { noteRecovery } from '~/server/compensation/note-recovery.ts';
import { openClaim } from '~/server/compensation/open-claim.ts';
import { type ClaimRow, findClaim, findRecoveries, type RecoveryRow } from '~/server/compensation/store.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type Recovered = { readonly receivedOn: Day; readonly gross: Fen; readonly costs: Fen };

export type RecoveryRefusal =
  | { readonly code: 'compensation.not-found' }
  | { readonly code: 'compensation.claim-closed' }
  | {
      readonly code: 'compensation.recovery-date';
      readonly from: Day;
      readonly to: Day;
      readonly field: 'receivedOn';
    }
  | { readonly code: 'compensation.recovery-nothing'; readonly field: 'gross' }
  | { readonly code: 'compensation.costs-above'; readonly grossFen: Fen; readonly field: 'costs' }
  | { readonly code: 'compensation.recovery-above-loss'; readonly leftFen: Fen; readonly field: 'gross' };

const platform = system('compensation.recovery');

/**
 * Money that came back on a loss, recorded at any time after the claim (edge case 13): net of costs it is split over all who
 * bear the loss. Before the payment the claim shrinks and its hold with it; after it the pool's part is posted, and a job wakes
 * whoever waits for money.
 */
export async function recordRecovery(
  actor: Actor,
  claimId: string,
  recovered: Recovered,
): Promise<Result<readonly RecoveryPart[], RecoveryRefusal>> {
  const bank = asInstitution(actor);
  const seen = await withActor(actor, (tx) => findClaim(tx, claimId));
  if (!seen || claimantOf(seen) !== bank.institutionId) return refuse({ code: 'compensation.not-found' });
  return withActor(platform, async (tx) => {
    const opened = await openClaim(tx, claimId);
    if (!opened) return refuse({ code: 'compensation.not-found' });
    if (isClosedWithoutPay(opened.claim.state)) return refuse({ code: 'compensation.claim-closed' });
    const place = await followLoss(tx, opened);
    const possible = checkRecovery(place.claim, await findRecoveries(tx, claimId), recovered);
    if (!possible.ok) return possible;
    return accept(await noteRecovery(tx, bank, place, { ...recovered, source: 'claim' }));
  });
}

function checkRecovery(
  claim: ClaimRow,
  earlier: readonly RecoveryRow[],
  { receivedOn, gross, costs }: Recovered,
): Result<'possible', RecoveryRefusal> {
  const [from, to] = [dayOfDate(claim.determinedOn), clock.today()];
  if (receivedOn < from || receivedOn > to)
    return refuse({ code: 'compensation.recovery-date', from, to, field: 'receivedOn' });
  if (gross <= zeroFen) return refuse({ code: 'compensation.recovery-nothing', field: 'gross' });
  if (costs > gross) return refuse({ code: 'compensation.costs-above', grossFen: gross, field: 'costs' });
  const leftFen = minus(fen(claim.lossFen), cameBackIn(earlier));
  if (minus(gross, costs) > leftFen)
    return refuse({ code: 'compensation.recovery-above-loss', leftFen, field: 'gross' });
  return accept('possible');
}
