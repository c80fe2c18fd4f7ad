import type { Canonical } from '~/domain/kernel/hash.ts';
import type { Tx } from '~/server/db/client.ts';

/** What a request with the key was answered, and the hash of that request; null when there was none. */
export async function findAnswer(tx: Tx, actor: string, key: string) {
  const row = await tx.idempotencyKey.findUnique({ where: { actor_key: { actor, key } } });
  return row && { requestHash: row.requestHash, answer: row.response as Canonical };
}

type Kept = { readonly actor: string; readonly key: string; readonly requestHash: string };

/** Keeps the answer to a request; false where another one with the key was faster. */
export async function keepAnswer(tx: Tx, kept: Kept, answer: Canonical, at: Date): Promise<boolean> {
  const data = { ...kept, response: answer as object, createdAt: at };
  const { count } = await tx.idempotencyKey.createMany({ data: [data], skipDuplicates: true });
  return count === 1;
}
