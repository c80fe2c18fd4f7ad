import { type Day, dayAt } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

const over = ['closed', 'withdrawn', 'moot'];

/** The objections of a firm that nobody has closed yet, the oldest first, as far as the reader may know of them. */
export async function openObjections(
  tx: Tx,
  enterpriseId: EnterpriseId,
): Promise<{ item: string; receivedOn: Day }[]> {
  const rows = await tx.objection.findMany({
    where: { enterpriseId, state: { notIn: over } },
    orderBy: { receivedAt: 'asc' },
    select: { item: true, receivedAt: true },
    take: 100,
  });
  return rows.map(({ item, receivedAt }) => ({ item, receivedOn: dayAt(receivedAt) }));
}
