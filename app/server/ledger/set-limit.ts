import { type Fen, fen } from '~/domain/kernel/money.ts';
import type { Result } from '~/domain/kernel/result.ts';
import type { NewLimit } from '~/domain/ledger/limit.ts';
import type { HandRefusal } from '~/domain/ledger/refusal.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Reader } from '~/server/db/client.ts';
import { resultOf } from '~/server/ledger/answer.ts';
import { personOf } from '~/server/ledger/columns.ts';
import { callSetLimit } from '~/server/ledger/store.ts';

/**
 * Sets or moves the ceiling of a limit and answers what is used of it. A ceiling below that only stops further use. A
 * scope must be set before it can be charged, so that a forgotten limit never reads as no limit.
 */
export async function setLimit(tx: Reader, actor: Actor, limit: NewLimit): Promise<Result<Fen, HandRefusal>> {
  const answer = await callSetLimit(tx, limit, { at: clock.now(), by: personOf(actor) });
  return resultOf(answer, (facts) => fen(BigInt(String(facts.usedFen))));
}
