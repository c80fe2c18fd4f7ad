import { type ClaimState, nextState } from '~/domain/compensation/claim.ts';
import { fen, minus, zeroFen } from '~/domain/kernel/money.ts';
import type { Actor } from '~/server/access/actor.ts';
import { reserve } from '~/server/compensation/hold-money.ts';
import { limitsOfClaim, scopesOf } from '~/server/compensation/limits-of-claim.ts';
import { netPaid } from '~/server/compensation/loss-bearers.ts';
import { readVersion } from '~/server/compensation/read-rules.ts';
import { claimNow, heldBeyond } from '~/server/compensation/share-out.ts';
import { changeClaim, type EnrolmentRow, findEnrolment } from '~/server/compensation/store.ts';
import type { PoolRow } from '~/server/compensation/store-pool.ts';
import type { Tx } from '~/server/db/client.ts';

/** A claim that is owed less than is reserved for it gives the rest back at once. */
export async function giveBackBeyond(tx: Tx, actor: Actor, pool: PoolRow, claimId: string): Promise<void> {
  const claim = await claimNow(tx, claimId);
  const beyond = heldBeyond(claim, (await netPaid(tx, claimId)).net);
  if (beyond === zeroFen) return;
  const enrolment = (await findEnrolment(tx, claim.enrolmentId)) as EnrolmentRow;
  const rules = (await readVersion(tx, enrolment.schemeCode, enrolment.schemeVersion)).body;
  const amount = minus(fen(claim.holdFen), beyond);
  await reserve(tx, actor, pool, claim, { amount, scopes: scopesOf(limitsOfClaim(pool, claim, rules)) });
  const lost = amount === zeroFen ? nextState(claim.state as ClaimState, 'lose-hold') : null;
  if (lost?.ok) await changeClaim(tx, claimId, { state: lost.value, waits: null });
}
