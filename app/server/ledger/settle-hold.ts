import type { Result } from '~/domain/kernel/result.ts';
import type { Settlement } from '~/domain/ledger/hold.ts';
import type { SettleHoldRefusal } from '~/domain/ledger/refusal.ts';
import { type HoldId, requestHash } from '~/domain/ledger/transfer.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Reader } from '~/server/db/client.ts';
import { resultOf } from '~/server/ledger/answer.ts';
import { personOf } from '~/server/ledger/columns.ts';
import { type Posted, postedOf } from '~/server/ledger/post-transfer.ts';
import { callSettleHold } from '~/server/ledger/store.ts';

/**
 * Pays a hold, in full or less. What is not paid comes back to the pool, and to each limit that was charged the whole
 * amount; a limit that was charged something else keeps its charge.
 */
export async function settleHold(
  tx: Reader,
  actor: Actor,
  holdId: HoldId,
  { key, effectiveOn, amounts, memo }: Settlement,
): Promise<Result<Posted, SettleHoldRefusal>> {
  const paid = amounts ? amounts.map(String) : null;
  const answer = await callSettleHold(tx, holdId, {
    ...{ key, effectiveOn, hash: requestHash(holdId, effectiveOn, paid, memo ?? null), at: clock.now() },
    amounts: paid,
    about: JSON.stringify({ memo: memo ?? undefined, recordedBy: personOf(actor) }),
  });
  return resultOf(answer, postedOf);
}
