import type { Tx } from '~/server/db/client.ts';
import type { AlertRow } from '~/server/monitoring/store.ts';

/** The cases of one matter on one loan, the first one first; what the last says of their clock counts for all. */
export const findMatter = (
  tx: Tx,
  { enterprise_id, loan_id, group_key }: Pick<AlertRow, 'enterprise_id' | 'loan_id' | 'group_key'>,
) =>
  tx.alert.findMany({
    where: { enterpriseId: enterprise_id, loanId: loan_id, groupKey: group_key },
    select: {
      ...{ id: true, severity: true, state: true, raisedAt: true, dueAt: true },
      ...{ closedAt: true, verdict: true, escalatedInto: true },
    },
    orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }],
    take: 50,
  });

/** Who has a case, with whether that person is still there; null where nobody was given it. */
export async function findOwner(tx: Tx, ownerId: string | null) {
  if (!ownerId) return null;
  const row = await tx.userAccount.findFirst({ where: { id: ownerId }, select: { name: true, state: true } });
  return row && { name: row.name, isThere: row.state === 'active' };
}
