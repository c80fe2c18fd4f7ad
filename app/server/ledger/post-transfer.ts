import type { Result } from '~/domain/kernel/result.ts';
import type { PostRefusal } from '~/domain/ledger/refusal.ts';
import {
  aboutParts,
  chargeParts,
  checkLegs,
  legParts,
  plainAbout,
  requestHash,
  type TransactionId,
  type Transfer,
} from '~/domain/ledger/transfer.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Reader } from '~/server/db/client.ts';
import { type Answer, resultOf } from '~/server/ledger/answer.ts';
import { chargeColumns, legColumns, personOf } from '~/server/ledger/columns.ts';
import { callPost } from '~/server/ledger/store.ts';

/** A transaction that stands in the journal; `repeated` when the key had brought it before. */
export type Posted = { readonly transactionId: TransactionId; readonly repeated: boolean };

export const postedOf = (facts: Answer): Posted => ({
  transactionId: BigInt(String(facts.transactionId)) as TransactionId,
  repeated: facts.repeated === true,
});

/** What makes two requests the same. */
export const hashOfTransfer = ({ kind, effectiveOn, legs, charges = [], about }: Transfer): string =>
  requestHash(kind, effectiveOn, legParts(legs), chargeParts(charges), aboutParts(about));

/** Posts one balanced transaction in the caller's transaction; a refusal has written nothing. */
export async function postTransfer(
  tx: Reader,
  actor: Actor,
  transfer: Transfer,
): Promise<Result<Posted, PostRefusal>> {
  const legs = checkLegs(transfer.legs);
  if (!legs.ok) return legs;
  const { key, kind, effectiveOn, charges = [], about } = transfer;
  const answer = await callPost(tx, {
    ...{ key, kind, effectiveOn, hash: hashOfTransfer(transfer), at: clock.now() },
    ...legColumns(legs.value),
    ...chargeColumns(charges),
    about: JSON.stringify({ ...plainAbout(about), recordedBy: personOf(actor) }),
  });
  return resultOf(answer, postedOf);
}
