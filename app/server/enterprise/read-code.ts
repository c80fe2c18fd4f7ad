import { normaliseUscc, type ReadUscc, readUscc, type UsccRefusal } from '~/domain/enterprise/uscc.ts';
import type { Result } from '~/domain/kernel/result.ts';
import type { Tx } from '~/server/db/client.ts';
import { findRegion, type RegionOption } from '~/server/enterprise/store-reference.ts';

export type ReadCode = { readonly code: ReadUscc; readonly region: RegionOption | null };

/** Reads a typed credit code against the division table. */
export async function readCode(tx: Tx, typed: string): Promise<Result<ReadCode, UsccRefusal>> {
  const region = await findRegion(tx, normaliseUscc(typed).slice(2, 8));
  const read = readUscc(typed, () => region?.standing ?? null);
  return read.ok ? { ok: true, value: { code: read.value, region } } : read;
}
