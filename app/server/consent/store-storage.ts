import type { EnterpriseId, UserId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

/** Since when a firm's data are only stored; null while they may be used. */
export async function storedOnlySince(tx: Tx, enterpriseId: EnterpriseId): Promise<Date | null> {
  const row = await tx.storageOnly.findFirst({
    where: { enterpriseId, until: null },
    select: { since: true },
  });
  return row?.since ?? null;
}

export const isStoredOnly = async (tx: Tx, enterpriseId: EnterpriseId): Promise<boolean> =>
  (await storedOnlySince(tx, enterpriseId)) !== null;

export const beginStorage = (tx: Tx, enterpriseId: EnterpriseId, id: string, by: UserId, at: Date) =>
  tx.storageOnly.createMany({ data: [{ enterpriseId, id, since: at, setBy: by }] });

export const endStorage = (tx: Tx, enterpriseId: EnterpriseId, at: Date) =>
  tx.storageOnly.updateMany({ where: { enterpriseId, until: null }, data: { until: at } });
