import { type Day, dayAt } from '~/domain/kernel/day.ts';
import type { EnterpriseId, FactId, InstitutionId } from '~/domain/kernel/id.ts';
import type {
  CaseDays,
  ObjectionCore,
  ObjectionGround,
  ObjectionState,
  ObjectionVerdict,
} from '~/domain/objection/objection.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import { dayOfDate } from '~/server/db/date.ts';
import type { Objection as Row } from '~/server/db/prisma/client.ts';

/** An objection as the server works with it. */
export type Objection = Omit<Row, 'appealUntil' | 'state' | 'verdict'> &
  ObjectionCore & {
    readonly enterpriseId: EnterpriseId;
    readonly factId: FactId;
    readonly providerId: InstitutionId;
    readonly ground: ObjectionGround;
  };

const toObjection = (row: Row): Objection => ({
  ...row,
  enterpriseId: row.enterpriseId as EnterpriseId,
  factId: row.factId as FactId,
  providerId: row.providerId as InstitutionId,
  ground: row.ground as ObjectionGround,
  state: row.state as ObjectionState,
  verdict: row.verdict as ObjectionVerdict | null,
  appealUntil: row.appealUntil && dayOfDate(row.appealUntil),
});

export async function findObjection(tx: Tx, id: string): Promise<Objection | null> {
  const row = await tx.objection.findFirst({ where: { id } });
  return row && toObjection(row);
}

/** The objection with its row locked: its steps come one after another. */
export async function lockObjection(tx: Tx, id: string): Promise<Objection | null> {
  await tx.$queryRaw`select 1 from objection where id = ${id}::uuid for update`;
  return findObjection(tx, id);
}

export const insertObjection = (tx: Tx, data: Prisma.ObjectionUncheckedCreateInput) =>
  tx.objection.create({ data });

export const changeObjection = (
  tx: Tx,
  { enterpriseId, id }: Pick<Objection, 'enterpriseId' | 'id'>,
  data: Prisma.ObjectionUncheckedUpdateManyInput,
) => tx.objection.updateMany({ where: { enterpriseId, id }, data });

/** The pending objection to a record, if there is one. */
export async function pendingObjection(
  tx: Tx,
  enterpriseId: EnterpriseId,
  item: string,
  sourceKey: Uint8Array,
): Promise<Objection | null> {
  const row = await tx.objection.findFirst({
    where: { enterpriseId, item, sourceKey: new Uint8Array(sourceKey), closedAt: null },
  });
  return row && toObjection(row);
}

/** An objection with the days on which it was pending. */
export type DatedObjection = Objection & { readonly days: CaseDays };

/** Every objection to a record there was, the first first. */
export async function objectionsTo(
  tx: Tx,
  enterpriseId: EnterpriseId,
  item: string,
  sourceKey: Uint8Array,
): Promise<DatedObjection[]> {
  const rows = await tx.objection.findMany({
    where: { enterpriseId, item, sourceKey: new Uint8Array(sourceKey) },
    orderBy: { receivedAt: 'asc' },
  });
  const answers = await tx.rightsEvent.findMany({
    where: { enterpriseId, caseId: { in: rows.map(({ id }) => id) }, kind: 'answered' },
    orderBy: { at: 'desc' },
    select: { caseId: true, at: true },
  });
  const first = new Map(answers.map(({ caseId, at }) => [caseId, at]));
  return rows.map((row) => ({ ...toObjection(row), days: daysOf(row, first.get(row.id) ?? null) }));
}

const on = (at: Date | null): Day | null => at && dayAt(at);
const daysOf = ({ receivedAt, appealedAt, closedAt }: Row, answeredAt: Date | null): CaseDays => ({
  receivedOn: dayAt(receivedAt),
  answeredOn: on(answeredAt),
  appealedOn: on(appealedAt),
  closedOn: on(closedAt),
});

export type ObjectionEntry = {
  readonly id: string;
  readonly enterpriseId: string;
  readonly firm: string;
  readonly uscc: string | null;
  readonly factId: string;
  readonly item: string;
  readonly itemZh: string;
  readonly itemEn: string;
  readonly providerZh: string;
  readonly providerEn: string;
  readonly state: ObjectionState;
  readonly verdict: ObjectionVerdict | null;
  readonly suspends: boolean;
  readonly receivedAt: Date;
  readonly dueOn: string | null;
  /** Until when the firm may ask for a review of the answer; null where it may not, or asked. */
  readonly appealUntil: string | null;
  readonly escalated: boolean;
};

export type ObjectionFilter = { readonly state: 'pending' | 'ended'; readonly page: number };

/** The reader's objections (row-level security decides whose), those with the nearest deadline first. */
export const findObjections = (tx: Tx, { state, page }: ObjectionFilter, size: number) => tx.$queryRaw<
  ObjectionEntry[]
>`
  select o.id, o.enterprise_id as "enterpriseId", e.name as firm, e.uscc, o.fact_id as "factId", o.item, c.name_zh as "itemZh",
         c.name_en as "itemEn", p.name_zh as "providerZh", p.name_en as "providerEn", o.state, o.verdict, o.suspends,
         o.received_at as "receivedAt", o.due_on::text as "dueOn", o.escalated_on is not null as escalated,
         case when o.state = 'answered' and o.verdict <> 'upheld' and o.round = 1 then o.appeal_until::text end as "appealUntil"
  from objection o
  join enterprise e on e.id = o.enterprise_id
  join institution p on p.id = o.provider_id
  join lateral (select k.name_zh, k.name_en from catalogue_item k where k.code = o.item order by k.version desc limit 1) c on true
  where ${state === 'pending' ? Prisma.sql`o.closed_at is null` : Prisma.sql`o.closed_at is not null`}
  order by ${state === 'pending' ? Prisma.sql`o.due_on nulls last, o.received_at` : Prisma.sql`o.received_at desc`}, o.id
  limit ${size + 1} offset ${page * size}`;

/** Pending objections whose clock ran out and that nobody was told of yet. */
export async function overdueObjections(tx: Tx, today: Date): Promise<Objection[]> {
  const rows = await tx.objection.findMany({
    where: { closedAt: null, dueOn: { lt: today }, escalatedOn: null },
    orderBy: { dueOn: 'asc' },
    take: 1000,
  });
  return rows.map(toObjection);
}

/** Items with a pending objection of a firm, and since when. */
export async function pendingByItem(tx: Tx, enterpriseId: EnterpriseId) {
  const rows = await tx.objection.findMany({
    where: { enterpriseId, closedAt: null },
    orderBy: { receivedAt: 'asc' },
    select: { item: true, receivedAt: true },
  });
  return rows.map(({ item, receivedAt }) => ({ item, openedOn: dayAt(receivedAt) }));
}
