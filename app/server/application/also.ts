import type { Result } from '~/domain/kernel/result.ts';
import type { Tx } from '~/server/db/client.ts';

/** What a caller wants in the transaction of an accepted step, such as the answer kept under an idempotency key. */
export type Also<T> = (tx: Tx, value: T) => Promise<void>;

/** Does what the caller wants once the step was accepted. */
export async function alongside<T, R extends { readonly code: string }>(
  tx: Tx,
  outcome: Result<T, R>,
  also: Also<T> | undefined,
): Promise<Result<T, R>> {
  if (outcome.ok) await also?.(tx, outcome.value);
  return outcome;
}
