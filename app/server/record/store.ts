import type { InstitutionId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

/** The provider of a code, or null. */
export async function findProvider(tx: Tx, code: string): Promise<InstitutionId | null> {
  const found = await tx.institution.findFirst({ where: { code, kind: 'provider' }, select: { id: true } });
  return (found?.id as InstitutionId | undefined) ?? null;
}

export type ReasonCount = { readonly item: string | null; readonly reason: string; readonly records: number };

/** Why records of these batches lie in quarantine, the most frequent reason first. */
export const countReasons = (tx: Tx, batchIds: readonly string[]): Promise<ReasonCount[]> =>
  tx.$queryRaw<ReasonCount[]>`
    select item, reason, count(*)::int as records from quarantine_row
    where batch_id = any(${batchIds}::uuid[]) group by item, reason order by records desc, item, reason`;
