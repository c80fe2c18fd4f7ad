import type { EnterpriseId, NeedId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

/** Banks that declined an application for this need or let it lapse. */
export async function banksThatRefused(
  tx: Tx,
  enterpriseId: EnterpriseId,
  needId: NeedId,
): Promise<string[]> {
  const rows = await tx.application.findMany({
    where: { enterpriseId, needId, state: { in: ['declined', 'returned'] } },
    select: { institutionId: true },
    distinct: ['institutionId'],
    orderBy: { institutionId: 'asc' },
  });
  return rows.map((row) => row.institutionId);
}
