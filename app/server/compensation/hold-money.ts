import type { ClaimState } from '~/domain/compensation/claim.ts';
import { nextState } from '~/domain/compensation/claim.ts';
import { addDays } from '~/domain/kernel/day.ts';
import type { EnterpriseId, InstitutionId, LoanId } from '~/domain/kernel/id.ts';
import { type Fen, fen, zeroFen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { LimitScope } from '~/domain/ledger/limit.ts';
import type { HoldId } from '~/domain/ledger/transfer.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { accountOf, payeeAccount } from '~/server/compensation/pool-accounts.ts';
import { readHandling } from '~/server/compensation/read-rules.ts';
import { type ClaimRow, changeClaim } from '~/server/compensation/store.ts';
import type { PoolRow } from '~/server/compensation/store-pool.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { placeHold } from '~/server/ledger/place-hold.ts';
import { releaseHold } from '~/server/ledger/release-hold.ts';

/** Whom and what a movement for a claim is about. */
export const aboutClaim = (claim: Pick<ClaimRow, 'id' | 'enterpriseId' | 'institutionId' | 'loanId'>) => ({
  enterpriseId: claim.enterpriseId as EnterpriseId,
  institutionId: claim.institutionId as InstitutionId,
  loanId: claim.loanId as LoanId,
  reference: { kind: 'claim', id: claim.id },
});

/** Gives back what is reserved for a claim, in the ledger and on the claim; the state is the caller's. */
export async function giveBack(tx: Tx, actor: Actor, claim: ClaimRow, reason: string): Promise<void> {
  if (claim.holdId === null) return;
  const released = await releaseHold(tx, actor, claim.holdId as HoldId, reason);
  if (!released.ok && released.refusal.code !== 'ledger.hold-ended') insist(released);
  await changeClaim(tx, claim.id, { holdId: null, holdFen: zeroFen, holdUntil: null });
}

/**
 * Reserves an amount for a claim with every limit it counts against, as one unit; what was reserved before is given
 * back in the same breath. Nothing at all is reserved for an amount of zero.
 */
export async function reserve(
  tx: Tx,
  actor: Actor,
  pool: PoolRow,
  claim: ClaimRow,
  { amount, scopes }: { readonly amount: Fen; readonly scopes: readonly LimitScope[] },
): Promise<void> {
  await giveBack(tx, actor, claim, 'replaced');
  if (amount === zeroFen) return;
  const today = clock.today();
  const until = addDays(today, (await readHandling(tx, today)).holdDays);
  const leg = { from: await accountOf(tx, pool, 'pool'), to: await payeeAccount(tx, pool, claim), amount };
  const held = insist(
    await placeHold(tx, actor, {
      key: `claim:${claim.id}:hold:${claim.holds + 1}`,
      kind: 'compensation.paid',
      placedOn: today,
      expiresOn: until,
      legs: [leg],
      charges: scopes.map((scope) => ({ scope, amount })),
      about: aboutClaim(claim),
    }),
  );
  const keeps = claim.state === 'proposed' || claim.state === 'returned';
  const state = keeps ? claim.state : insist(nextState(claim.state as ClaimState, 'hold'));
  const data = {
    holdId: held.holdId,
    holdFen: fen(held.held),
    holdUntil: dateOfDay(until),
    holds: claim.holds + 1,
    state,
  };
  await changeClaim(tx, claim.id, data);
}
