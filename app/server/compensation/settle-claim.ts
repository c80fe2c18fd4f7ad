import { randomUUID } from 'node:crypto';
import { type ClaimRefusal, type ClaimState, nextState } from '~/domain/compensation/claim.ts';
import { type Fen, fen, leastFen, minus, negate, zeroFen } from '~/domain/kernel/money.ts';
import { accept, insist, type Result, refuse } from '~/domain/kernel/result.ts';
import type { PostRefusal, SettleHoldRefusal } from '~/domain/ledger/refusal.ts';
import type { HoldId } from '~/domain/ledger/transfer.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { aboutClaim, giveBack } from '~/server/compensation/hold-money.ts';
import { limitsOfClaim, scopesOf } from '~/server/compensation/limits-of-claim.ts';
import { netPaid } from '~/server/compensation/loss-bearers.ts';
import { accountOf, payeeAccount } from '~/server/compensation/pool-accounts.ts';
import { readInForce } from '~/server/compensation/read-rules.ts';
import { addPayment, type ClaimRow, changeClaim, findPayments } from '~/server/compensation/store.ts';
import type { PoolRow } from '~/server/compensation/store-pool.ts';
import { writeClaimStep } from '~/server/compensation/write-claim-step.ts';
import type { Tx } from '~/server/db/client.ts';
import { dateOfDay } from '~/server/db/date.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';
import { settleHold } from '~/server/ledger/settle-hold.ts';

export type Hands = { readonly proposedBy: string; readonly confirmedBy: string };

export type SettleRefusal =
  | ClaimRefusal
  | { readonly code: 'compensation.nothing-held' }
  | SettleHoldRefusal
  | PostRefusal;

export type Settled = {
  readonly outcome: 'paid' | 'part-paid' | 'paid-back' | 'refused';
  readonly amount: Fen;
};

/**
 * Settles a proposed claim in the caller's transaction, its pool and row locked: pays what is reserved up to what is
 * owed; a determination below what was paid is posted back; one that owes nothing refuses the claim. What came back
 * since the claim is taken off what is owed, so that a payment is never above what is still lost.
 */
export async function settleClaim(
  tx: Tx,
  actor: Actor,
  { claim, pool }: { readonly claim: ClaimRow; readonly pool: PoolRow },
  hands: Hands,
): Promise<Result<Settled, SettleRefusal>> {
  const payments = await findPayments(tx, claim.id);
  const { paid, net } = await netPaid(tx, claim.id);
  const due = minus(fen(claim.payableFen), net);
  const next = payments.length + 1;
  if (due < 0n) return payBack(tx, actor, { claim, pool, amount: negate(due), next }, hands);
  if (due === 0n) return closeWithout(tx, actor, claim, paid);
  if (claim.holdId === null) return refuse({ code: 'compensation.nothing-held' });
  const amount = leastFen(due, fen(claim.holdFen));
  const moved = nextState(claim.state as ClaimState, amount === due ? 'pay' : 'pay-part');
  if (!moved.ok) return moved;
  const posted = await settleHold(tx, actor, claim.holdId as HoldId, {
    key: `claim:${claim.id}:payment:${next}`,
    effectiveOn: clock.today(),
    amounts: [amount],
  });
  if (!posted.ok) return posted;
  await book(tx, claim, { amount, transactionId: posted.value.transactionId }, hands);
  const cleared = { holdId: null, holdFen: zeroFen, holdUntil: null, proposedBy: null, batchId: null };
  await changeClaim(tx, claim.id, { ...cleared, state: moved.value, waits: amount === due ? null : 'pool' });
  await told(tx, actor, claim, 'paid', amount);
  return accept({ outcome: amount === due ? 'paid' : 'part-paid', amount });
}

type Back = { readonly claim: ClaimRow; readonly pool: PoolRow; readonly amount: Fen; readonly next: number };

/** The bank returns what a new determination no longer owes it; every limit gets its room back. */
async function payBack(
  tx: Tx,
  actor: Actor,
  { claim, pool, amount, next }: Back,
  hands: Hands,
): Promise<Result<Settled, SettleRefusal>> {
  const moved = nextState(claim.state as ClaimState, claim.determinedFen === 0n ? 'refuse' : 'pay');
  if (!moved.ok) return moved;
  await giveBack(tx, actor, claim, 'determined-lower');
  const rules = (await readInForce(tx, pool.schemeCode, clock.today())).body;
  const scopes = scopesOf(limitsOfClaim(pool, claim, rules));
  const posted = await postTransfer(tx, actor, {
    key: `claim:${claim.id}:payment:${next}`,
    kind: 'compensation.paid-back',
    effectiveOn: clock.today(),
    legs: [{ from: await payeeAccount(tx, pool, claim), to: await accountOf(tx, pool, 'pool'), amount }],
    charges: scopes.map((scope) => ({ scope, amount: negate(amount) })),
    about: aboutClaim(claim),
  });
  if (!posted.ok) return posted;
  await book(tx, claim, { amount: negate(amount), transactionId: posted.value.transactionId }, hands);
  await changeClaim(tx, claim.id, { state: moved.value, proposedBy: null, batchId: null, waits: null });
  await told(tx, actor, claim, 'paid-back', amount);
  return accept({ outcome: 'paid-back', amount });
}

/** Nothing is owed beyond what was paid: a claim on which nothing was ever owed is refused. */
async function closeWithout(
  tx: Tx,
  actor: Actor,
  claim: ClaimRow,
  paid: Fen,
): Promise<Result<Settled, SettleRefusal>> {
  const isRefused = paid === zeroFen;
  const moved = nextState(claim.state as ClaimState, isRefused ? 'refuse' : 'pay');
  if (!moved.ok) return moved;
  await giveBack(tx, actor, claim, 'nothing-owed');
  await changeClaim(tx, claim.id, { state: insist(moved), proposedBy: null, batchId: null, waits: null });
  await told(tx, actor, claim, isRefused ? 'refused' : 'paid', zeroFen);
  return accept({ outcome: isRefused ? 'refused' : 'paid', amount: zeroFen });
}

const book = (
  tx: Tx,
  claim: ClaimRow,
  { amount, transactionId }: { readonly amount: Fen; readonly transactionId: bigint },
  hands: Hands,
) =>
  addPayment(tx, {
    ...{ enterpriseId: claim.enterpriseId, institutionId: claim.institutionId, loanId: claim.loanId },
    ...{ id: randomUUID(), claimId: claim.id, poolId: claim.poolId, amountFen: amount, transactionId },
    ...{ paidOn: dateOfDay(clock.today()), at: clock.now(), ...hands },
  });

const told = (
  tx: Tx,
  actor: Actor,
  claim: ClaimRow,
  kind: 'paid' | 'paid-back' | 'refused',
  amountFen: Fen,
) =>
  writeClaimStep(tx, actor, { claim, kind, party: 'operator', facts: { amountFen }, tell: ['bank', 'firm'] });
