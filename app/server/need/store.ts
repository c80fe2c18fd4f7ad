import type { EnterpriseId, NeedId, UserId } from '~/domain/kernel/id.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { Need } from '~/domain/need/need.ts';
import type { RepaymentMethod } from '~/domain/product/schedule.ts';
import type { Collateral, Purpose } from '~/domain/product/vocabulary.ts';
import type { Tx } from '~/server/db/client.ts';

type Row = NonNullable<Awaited<ReturnType<Tx['need']['findFirst']>>>;

const toNeed = (row: Row): Need => ({
  id: row.id as NeedId,
  enterpriseId: row.enterpriseId as EnterpriseId,
  amountFen: fen(row.amountFen),
  termMonths: row.termMonths,
  purpose: row.purpose as Purpose,
  collateral: row.collateral as Collateral[],
  method: row.method as RepaymentMethod | null,
  note: row.note,
  state: row.state as Need['state'],
  createdAt: row.createdAt,
});

/** A need of the firm, or null. */
export async function findNeed(tx: Tx, enterpriseId: EnterpriseId, id: NeedId): Promise<Need | null> {
  const row = await tx.need.findFirst({ where: { enterpriseId, id } });
  return row && toNeed(row);
}

/** The needs of a firm, open ones first, then the latest. */
export async function needsOf(tx: Tx, enterpriseId: EnterpriseId): Promise<Need[]> {
  const rows = await tx.need.findMany({
    where: { enterpriseId },
    orderBy: [{ state: 'desc' }, { createdAt: 'desc' }],
    take: 200,
  });
  return rows.map(toNeed);
}

export const addNeed = (tx: Tx, need: Need, createdBy: UserId) =>
  tx.need.create({ data: { ...need, collateral: [...need.collateral], createdBy } });

/** Closes an open need; false when it was closed already. */
export async function closeOpenNeed(tx: Tx, enterpriseId: EnterpriseId, id: NeedId): Promise<boolean> {
  const { count } = await tx.need.updateMany({
    where: { enterpriseId, id, state: 'open' },
    data: { state: 'closed' },
  });
  return count === 1;
}
