import type { TradeClaim, TradeKind, TradeState } from '~/domain/application/trade-claim.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { fen } from '~/domain/kernel/money.ts';
import type { Prisma, Tx } from '~/server/db/client.ts';
import { dateOfDay, dayOfDate } from '~/server/db/date.ts';

export type TradeRow = TradeClaim & {
  readonly id: string;
  readonly enterpriseId: EnterpriseId;
  readonly buyerName: string;
  readonly buyerEnterpriseId: EnterpriseId | null;
  readonly reference: string;
  readonly dueOn: Day;
  readonly askedAt: Date;
  readonly answeredAt: Date | null;
  readonly answeredName: string | null;
  readonly answeredBy: 'account' | 'link' | null;
  readonly answerNote: string | null;
};

type Stored = NonNullable<Awaited<ReturnType<Tx['tradeClaim']['findFirst']>>>;

const toTrade = ({ amountFen, confirmedFen, ...row }: Stored): TradeRow => ({
  ...row,
  kind: row.kind as TradeKind,
  state: row.state as TradeState,
  enterpriseId: row.enterpriseId as EnterpriseId,
  buyerEnterpriseId: row.buyerEnterpriseId as EnterpriseId | null,
  answeredBy: row.answeredBy as TradeRow['answeredBy'],
  amount: fen(amountFen),
  confirmed: confirmedFen === null ? null : fen(confirmedFen),
  dueOn: dayOfDate(row.dueOn),
  answerUntil: dayOfDate(row.answerUntil),
});

type NewTrade = Pick<
  TradeRow,
  'id' | 'enterpriseId' | 'kind' | 'buyerName' | 'buyerEnterpriseId' | 'reference' | 'askedAt'
> & { readonly tokenHash: string | null; readonly askedBy: string } & Pick<
    TradeRow,
    'amount' | 'dueOn' | 'answerUntil'
  >;

export const addTrade = (tx: Tx, { amount, dueOn, answerUntil, ...rest }: NewTrade) =>
  tx.tradeClaim.createMany({
    data: [{ ...rest, amountFen: amount, dueOn: dateOfDay(dueOn), answerUntil: dateOfDay(answerUntil) }],
  });

const newest = [{ askedAt: 'desc' }, { id: 'asc' }] satisfies Prisma.TradeClaimOrderByWithRelationInput[];

/** What the firm asked its buyers, the latest first. */
export async function tradesOf(tx: Tx, enterpriseId: EnterpriseId): Promise<TradeRow[]> {
  return (await tx.tradeClaim.findMany({ where: { enterpriseId }, orderBy: newest, take: 200 })).map(toTrade);
}

/** What other firms ask this one as their buyer. */
export async function tradesAskedOf(tx: Tx, buyerEnterpriseId: EnterpriseId): Promise<TradeRow[]> {
  const rows = await tx.tradeClaim.findMany({
    where: { buyerEnterpriseId, state: { not: 'withdrawn' } },
    orderBy: newest,
    take: 200,
  });
  return rows.map(toTrade);
}

/** A claim with its row locked; whom row security lets see it is the firm, its buyer, or the platform. */
export async function lockTrade(tx: Tx, id: string): Promise<TradeRow | null> {
  await tx.$queryRaw`select 1 from trade_claim where id = ${id}::uuid for update`;
  const row = await tx.tradeClaim.findFirst({ where: { id } });
  return row && toTrade(row);
}

export async function tradeByToken(tx: Tx, tokenHash: string): Promise<TradeRow | null> {
  const row = await tx.tradeClaim.findFirst({ where: { tokenHash } });
  return row && toTrade(row);
}

type Written = Pick<Prisma.TradeClaimUpdateManyMutationInput, 'state'> &
  Prisma.TradeClaimUpdateManyMutationInput;

export const moveTrade = (tx: Tx, { enterpriseId, id }: TradeRow, data: Written) =>
  tx.tradeClaim.updateMany({ where: { enterpriseId, id }, data });

/** The firm on the platform whose people answer for a credit code; null where nobody there can. */
export async function buyerBehind(tx: Tx, uscc: string): Promise<{ id: EnterpriseId; name: string } | null> {
  const [row] = await tx.$queryRaw<{ id: EnterpriseId; name: string }[]>`
    select e.id, e.name from enterprise e
    where e.uscc = ${uscc} and exists (select 1 from user_account u where u.enterprise_id = e.id and u.role = 'owner')`;
  return row ?? null;
}

type Share = { enterpriseId: EnterpriseId; claimId: string; applicationId: string; institutionId: string };

export const addShare = (tx: Tx, share: Share, sharedAt: Date) =>
  tx.tradeClaimShare.createMany({ data: [{ ...share, sharedAt }], skipDuplicates: true });

/** Which claims go with which applications, as the reader may see it. */
export const sharesOf = (tx: Tx, enterpriseId: EnterpriseId) =>
  tx.tradeClaimShare.findMany({ where: { enterpriseId }, select: { claimId: true, applicationId: true } });

/** The claims that the firm shows with one application: read by the platform for its bank. */
export async function tradesWith(
  tx: Tx,
  enterpriseId: EnterpriseId,
  applicationId: string,
): Promise<TradeRow[]> {
  const shares = await tx.tradeClaimShare.findMany({ where: { enterpriseId, applicationId } });
  const ids = shares.map(({ claimId }) => claimId);
  const rows = await tx.tradeClaim.findMany({ where: { enterpriseId, id: { in: ids } }, orderBy: newest });
  return rows.filter(({ state }) => state !== 'withdrawn').map(toTrade);
}
