import { mayHave } from '~/domain/monitoring/case-desk.ts';
import type { Tx } from '~/server/db/client.ts';
import type { AlertRow } from '~/server/monitoring/store.ts';

/**
 * The cases of one matter on one loan, the first one first; what the last says of their clock counts for all. A firm sees its own: those
 * about who answered for the loan before are between that firm and the bank.
 */
export const findMatter = (
  tx: Tx,
  { institution_id, loan_id, group_key }: Pick<AlertRow, 'institution_id' | 'loan_id' | 'group_key'>,
) =>
  tx.alert.findMany({
    where: { institutionId: institution_id, loanId: loan_id, groupKey: group_key },
    select: {
      ...{ id: true, severity: true, state: true, raisedAt: true, dueAt: true },
      ...{ closedAt: true, verdict: true, escalatedInto: true },
    },
    orderBy: [{ raisedAt: 'asc' }, { id: 'asc' }],
    take: 50,
  });

/** Who was given a case of a loan at a branch, with whether that person still works where the case is seen; null for nobody. */
export async function findOwner(tx: Tx, ownerId: string | null, branch: string | null) {
  if (!ownerId) return null;
  const select = { name: true, state: true, branchId: true } as const;
  const row = await tx.userAccount.findFirst({ where: { id: ownerId }, select });
  return row && { name: row.name, isThere: row.state === 'active' && mayHave(row, branch) };
}
