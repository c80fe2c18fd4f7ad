import type { Declaration, DeclarationState } from '~/domain/declaration/declaration.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';

export type DeclarationRow = NonNullable<Awaited<ReturnType<Tx['declaration']['findFirst']>>>;

const fenOf = (amount: bigint | null) => (amount === null ? null : fen(amount));

export const toDeclaration = (row: DeclarationRow): Declaration => ({
  id: row.id,
  enterpriseId: row.enterpriseId as EnterpriseId,
  state: row.state as DeclarationState,
  year: row.figuresYear,
  employees: row.employees,
  revenue: fenOf(row.revenueFen),
  assets: fenOf(row.assetsFen),
  orders: fenOf(row.ordersFen),
  signedAt: row.signedAt,
  answerDue: row.answerDue && dayOfDate(row.answerDue),
  isAnswered: row.answeredAt !== null,
  doubtedBy: row.doubtedBy,
  decidedAt: row.decidedAt,
});

/** Keeps two signatures of one firm apart until the transaction ends. */
export const lockDeclarations = (tx: Tx, enterpriseId: EnterpriseId) =>
  tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`declaration:${enterpriseId}`}, 0))`;

/** The declarations of a firm, the latest first. */
export const declarationsOf = (tx: Tx, enterpriseId: EnterpriseId): Promise<DeclarationRow[]> =>
  tx.declaration.findMany({
    where: { enterpriseId },
    orderBy: [{ figuresYear: 'desc' }, { signedAt: 'desc' }],
    take: 100,
  });

/** The one that stands for a year, or null. */
export const standingOf = (tx: Tx, enterpriseId: EnterpriseId, figuresYear: number) =>
  tx.declaration.findFirst({
    where: { enterpriseId, figuresYear, state: { in: ['in-force', 'doubted'] } },
  });

export const findDeclaration = (tx: Tx, enterpriseId: EnterpriseId, id: string) =>
  tx.declaration.findFirst({ where: { enterpriseId, id } });

export const addDeclaration = (tx: Tx, data: Parameters<Tx['declaration']['create']>[0]['data']) =>
  tx.declaration.create({ data });

type Change = Partial<Omit<DeclarationRow, 'enterpriseId' | 'id' | 'body'>>;

/** Moves a declaration on, if it is still in the state it was seen in; false when it is not. */
export async function moveDeclaration(
  tx: Tx,
  { enterpriseId, id, state }: Pick<DeclarationRow, 'enterpriseId' | 'id' | 'state'>,
  data: Change,
): Promise<boolean> {
  const { count } = await tx.declaration.updateMany({ where: { enterpriseId, id, state }, data });
  return count === 1;
}
