import { type Fen, fen } from '~/domain/kernel/money.ts';
import type { Result } from '~/domain/kernel/result.ts';
import type { NewHold } from '~/domain/ledger/hold.ts';
import type { PlaceHoldRefusal } from '~/domain/ledger/refusal.ts';
import {
  aboutParts,
  chargeParts,
  checkLegs,
  type HoldId,
  legParts,
  plainAbout,
  requestHash,
} from '~/domain/ledger/transfer.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Reader } from '~/server/db/client.ts';
import { resultOf } from '~/server/ledger/answer.ts';
import { chargeColumns, legColumns, personOf } from '~/server/ledger/columns.ts';
import { callPlaceHold } from '~/server/ledger/store.ts';

/** Money that is set aside; `held` is less than was asked for only where `atLeast` allowed it. */
export type Held = { readonly holdId: HoldId; readonly held: Fen; readonly repeated: boolean };

/**
 * Sets money aside with every limit it uses up, or nothing at all: pool and limits are checked and taken under locks in
 * one serial order, so that two who want the last yuan get it once.
 */
export async function placeHold(
  tx: Reader,
  actor: Actor,
  hold: NewHold,
): Promise<Result<Held, PlaceHoldRefusal>> {
  const legs = checkLegs(hold.legs);
  if (!legs.ok) return legs;
  if (hold.atLeast !== undefined && !mayShrink(hold))
    throw new Error('a hold may shrink only with one leg whose whole amount each limit is charged');
  const { key, kind, placedOn, expiresOn, charges, atLeast, about } = hold;
  const least = atLeast === undefined ? null : String(atLeast);
  const money = [legParts(hold.legs), chargeParts(charges), least];
  const hash = requestHash(kind, placedOn, expiresOn, ...money, aboutParts(about));
  const answer = await callPlaceHold(tx, {
    ...{ key, kind, placedOn, expiresOn, hash, at: clock.now() },
    ...legColumns(legs.value),
    ...chargeColumns(charges),
    least,
    about: JSON.stringify({ ...plainAbout(about), recordedBy: personOf(actor) }),
  });
  return resultOf(answer, (facts) => ({
    holdId: String(facts.holdId) as HoldId,
    held: fen(BigInt(String(facts.heldFen))),
    repeated: facts.repeated === true,
  }));
}

function mayShrink({ legs, charges, atLeast }: NewHold): boolean {
  const [leg, more] = legs;
  return (
    leg !== undefined &&
    more === undefined &&
    atLeast !== undefined &&
    atLeast > 0n &&
    charges.every((charge) => charge.amount === leg.amount)
  );
}
