import type { Tx } from '~/server/db/client.ts';
import { keysIn } from '~/server/platform/vault.ts';
import { erasedSubjects } from '~/server/privacy/store-person-fact.ts';

export type ErasureProof = { readonly erasures: number; readonly keys: number; readonly remaining: number };

/** Whether every noted erasure has left no key behind in this installation's key store. */
export async function proveErasures(tx: Tx): Promise<ErasureProof> {
  const keys = new Set(keysIn());
  const erased = await erasedSubjects(tx);
  return {
    erasures: erased.length,
    keys: keys.size,
    remaining: erased.filter((subject) => keys.has(subject)).length,
  };
}
