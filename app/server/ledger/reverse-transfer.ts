import type { Day } from '~/domain/kernel/day.ts';
import type { Result } from '~/domain/kernel/result.ts';
import type { ReverseRefusal } from '~/domain/ledger/refusal.ts';
import { requestHash, type TransactionId } from '~/domain/ledger/transfer.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Reader } from '~/server/db/client.ts';
import { resultOf } from '~/server/ledger/answer.ts';
import { personOf } from '~/server/ledger/columns.ts';
import { type Posted, postedOf } from '~/server/ledger/post-transfer.ts';
import { callReverse } from '~/server/ledger/store.ts';

type Reversal = { readonly key: string; readonly effectiveOn: Day; readonly memo: string };

/**
 * Undoes a transaction by its mirror image on an open day and gives back the room it used (冲正). The original stays;
 * one of a closed period is undone in the first open one.
 */
export async function reverseTransfer(
  tx: Reader,
  actor: Actor,
  transactionId: TransactionId,
  { key, effectiveOn, memo }: Reversal,
): Promise<Result<Posted, ReverseRefusal>> {
  const answer = await callReverse(tx, transactionId, {
    ...{ key, effectiveOn, at: clock.now() },
    hash: requestHash(String(transactionId), effectiveOn, memo),
    about: JSON.stringify({ memo, recordedBy: personOf(actor) }),
  });
  return resultOf(answer, postedOf);
}
