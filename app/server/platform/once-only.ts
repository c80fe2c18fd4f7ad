import type { Canonical } from '~/domain/kernel/hash.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findAnswer, keepAnswer } from '~/server/platform/store-once.ts';

/** A request that may come several times and has its effect once. */
export type Once = { readonly key: string; readonly requestHash: string };

export type KeyReused = { readonly code: 'api.key-reused'; readonly status: 409 };

/** Thrown where another request with the key was faster: what this one wrote is taken back. */
class KeyTaken extends Error {}

/**
 * Runs work that writes under an idempotency key. `work` gets a function that keeps the answer in the transaction of the
 * effect itself: both are there or neither. The same key with the same request gets the kept answer again; with
 * another request it is refused.
 */
export async function onceOnly<T extends Canonical, R extends { readonly code: string }>(
  actor: Person,
  once: Once,
  work: (keep: (tx: Tx, answer: T) => Promise<void>) => Promise<Result<T, R>>,
): Promise<Result<T, R | KeyReused>> {
  const kept = await findKept<T>(actor, once);
  if (kept) return kept;
  try {
    return await work((tx, answer) => keep(tx, actor, once, answer));
  } catch (fault) {
    const other = fault instanceof KeyTaken ? await findKept<T>(actor, once) : null;
    if (other) return other;
    throw fault;
  }
}

async function findKept<T>(actor: Person, { key, requestHash }: Once): Promise<Result<T, KeyReused> | null> {
  const kept = await withActor(actor, (tx) => findAnswer(tx, actor.userId, key));
  if (!kept) return null;
  if (kept.requestHash !== requestHash) return refuse({ code: 'api.key-reused', status: 409 });
  return accept(kept.answer as T);
}

async function keep(tx: Tx, actor: Person, once: Once, answer: Canonical): Promise<void> {
  if (!(await keepAnswer(tx, { actor: actor.userId, ...once }, answer, clock.now()))) throw new KeyTaken();
}
