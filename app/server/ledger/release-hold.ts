import type { Result } from '~/domain/kernel/result.ts';
import type { ReleaseHoldRefusal } from '~/domain/ledger/refusal.ts';
import type { HoldId } from '~/domain/ledger/transfer.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Reader } from '~/server/db/client.ts';
import { resultOf } from '~/server/ledger/answer.ts';
import { personOf } from '~/server/ledger/columns.ts';
import { callReleaseHold } from '~/server/ledger/store.ts';

/** Gives a hold back: pool, borrower, bank and year together. Releasing it again changes nothing. */
export async function releaseHold(
  tx: Reader,
  actor: Actor,
  holdId: HoldId,
  reason: string,
): Promise<Result<{ readonly repeated: boolean }, ReleaseHoldRefusal>> {
  const note = { at: clock.now(), by: personOf(actor) };
  const answer = await callReleaseHold(tx, holdId, clock.today(), reason, note);
  return resultOf(answer, (facts) => ({ repeated: facts.repeated === true }));
}
