import type { EnterpriseId, FactId, InstitutionId } from '~/domain/kernel/id.ts';
import type { RepairClass, RepairDuty } from '~/domain/repair/regime.ts';
import type { RepairCore, RepairKind, RepairState } from '~/domain/repair/repair.ts';
import { Prisma, type Tx } from '~/server/db/client.ts';
import type { Repair as Row } from '~/server/db/prisma/client.ts';
import type { VersionRow } from '~/server/objection/store-record.ts';

/** What was done for one duty, and what proves it. */
export type DutyDone = { readonly duty: RepairDuty; readonly proof: string };

export type Repair = Omit<Row, 'state' | 'kind' | 'duties' | 'class'> &
  RepairCore & {
    readonly enterpriseId: EnterpriseId;
    readonly factId: FactId;
    readonly providerId: InstitutionId;
    readonly class: RepairClass;
    readonly duties: readonly DutyDone[];
  };

const toRepair = (row: Row): Repair => ({
  ...row,
  enterpriseId: row.enterpriseId as EnterpriseId,
  factId: row.factId as FactId,
  providerId: row.providerId as InstitutionId,
  kind: row.kind as RepairKind,
  state: row.state as RepairState,
  class: row.class as RepairClass,
  duties: row.duties as unknown as readonly DutyDone[],
});

export async function findRepair(tx: Tx, id: string): Promise<Repair | null> {
  const row = await tx.repair.findFirst({ where: { id } });
  return row && toRepair(row);
}

/** The case with its row locked: its steps come one after another. */
export async function lockRepair(tx: Tx, id: string): Promise<Repair | null> {
  await tx.$queryRaw`select 1 from repair where id = ${id}::uuid for update`;
  return findRepair(tx, id);
}

export const insertRepair = (
  tx: Tx,
  { duties, ...data }: Omit<Prisma.RepairUncheckedCreateInput, 'duties'> & { duties: readonly DutyDone[] },
) => tx.repair.create({ data: { ...data, duties: duties as unknown as Prisma.InputJsonArray } });

export const changeRepair = (
  tx: Tx,
  { enterpriseId, id }: Pick<Repair, 'enterpriseId' | 'id'>,
  data: Prisma.RepairUncheckedUpdateManyInput,
) => tx.repair.updateMany({ where: { enterpriseId, id }, data });

/** Every request for one record, the first first. */
export async function repairsOf(
  tx: Tx,
  enterpriseId: EnterpriseId,
  item: string,
  sourceKey: Uint8Array,
): Promise<Repair[]> {
  const rows = await tx.repair.findMany({
    where: { enterpriseId, item, sourceKey: new Uint8Array(sourceKey) },
    orderBy: { filedAt: 'asc' },
  });
  return rows.map(toRepair);
}

export type RepairEntry = {
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
  readonly kind: RepairKind;
  readonly class: RepairClass;
  readonly state: RepairState;
  readonly filedAt: Date;
  readonly dueOn: string | null;
  readonly escalated: boolean;
};

export type RepairFilter = { readonly state: 'pending' | 'ended'; readonly page: number };

/** The reader's repairs (row-level security decides whose), those with the nearest deadline first. */
export const findRepairs = (tx: Tx, { state, page }: RepairFilter, size: number) => tx.$queryRaw<
  RepairEntry[]
>`
  select r.id, r.enterprise_id as "enterpriseId", e.name as firm, e.uscc, r.fact_id as "factId", r.item, c.name_zh as "itemZh",
         c.name_en as "itemEn", p.name_zh as "providerZh", p.name_en as "providerEn", r.kind, r.class, r.state,
         r.filed_at as "filedAt", r.due_on::text as "dueOn", r.escalated_on is not null as escalated
  from repair r
  join enterprise e on e.id = r.enterprise_id
  join institution p on p.id = r.provider_id
  join lateral (select k.name_zh, k.name_en from catalogue_item k where k.code = r.item order by k.version desc limit 1) c on true
  where ${state === 'pending' ? Prisma.sql`r.closed_at is null` : Prisma.sql`r.closed_at is not null`}
  order by ${state === 'pending' ? Prisma.sql`r.due_on nulls last, r.filed_at` : Prisma.sql`r.filed_at desc`}, r.id
  limit ${size + 1} offset ${page * size}`;

/** Pending requests whose clock ran out and that nobody was told of yet. */
export async function overdueRepairs(tx: Tx, today: Date): Promise<Repair[]> {
  const rows = await tx.repair.findMany({
    where: { closedAt: null, dueOn: { lt: today }, escalatedOn: null },
    orderBy: { dueOn: 'asc' },
    take: 1000,
  });
  return rows.map(toRepair);
}

export type RepairableRow = {
  readonly factId: FactId;
  readonly item: string;
  readonly itemZh: string;
  readonly itemEn: string;
  readonly providerZh: string;
  readonly providerEn: string;
  readonly category: string | null;
  readonly occurredOn: string;
  readonly reference: string | null;
  readonly detail: VersionRow['detail'];
  readonly repairId: string | null;
  readonly repairState: RepairState | null;
};

/** The firm's live records of items that some regime can repair, with the request that is pending for each. */
export const findRepairable = (tx: Tx, enterpriseId: EnterpriseId, items: readonly string[]) => tx.$queryRaw<
  RepairableRow[]
>`
  select f.id as "factId", f.item, c.name_zh as "itemZh", c.name_en as "itemEn", p.name_zh as "providerZh", p.name_en as "providerEn",
         f.category, f.occurred_on::text as "occurredOn", f.detail->>'reference' as reference,
         f.detail, r.id as "repairId", r.state as "repairState"
  from current_fact f
  join catalogue_item c on c.code = f.item and c.version = f.item_version
  join institution p on p.id = f.provider_id
  left join repair r on r.enterprise_id = f.enterprise_id and r.item = f.item and r.source_key = f.source_key and r.closed_at is null
  where f.enterprise_id = ${enterpriseId}::uuid and f.item = any(${[...items]}::text[]) and f.occurred_on is not null
    and (f.ended_on is null or f.item not like 'list.%')
  order by f.occurred_on desc, f.id limit 200`;

/** The records of a firm whose document names kinds of penalty or a field of law, with what it says. */
export const detailsOfPenalties = (tx: Tx, enterpriseId: EnterpriseId) =>
  tx.$queryRaw<{ readonly factId: string; readonly detail: VersionRow['detail'] }[]>`
    select id as "factId", detail from current_fact
    where enterprise_id = ${enterpriseId}::uuid and (detail->>'kinds' is not null or detail->>'field' is not null)`;

export type SealedRow = {
  readonly factId: FactId;
  readonly item: string;
  readonly itemZh: string;
  readonly itemEn: string;
  readonly sealedAt: Date;
  readonly occurredOn: string | null;
  readonly category: string | null;
  readonly amountFen: string | null;
  readonly reference: string | null;
};

/** What was sealed about a firm and what it said, for the subject and the audit role alone. */
export const findSealed = (tx: Tx, enterpriseId: EnterpriseId) => tx.$queryRaw<SealedRow[]>`
  select f.id as "factId", f.item, c.name_zh as "itemZh", c.name_en as "itemEn", s.known_at as "sealedAt",
         f.occurred_on::text as "occurredOn", f.category, f.amount_fen::text as "amountFen", f.detail->>'reference' as reference
  from fact s
  join fact f on f.enterprise_id = s.enterprise_id and f.id = s.supersedes
  join catalogue_item c on c.code = f.item and c.version = f.item_version
  where s.enterprise_id = ${enterpriseId}::uuid and s.op = 'seal'
    and not exists (select 1 from fact n where n.enterprise_id = s.enterprise_id and n.supersedes = s.id)
  order by s.known_at desc, f.id limit 200`;

/** The firm of a credit code, or null. */
export const findFirmByCode = (tx: Tx, uscc: string) =>
  tx.enterprise.findFirst({ where: { uscc: uscc.toUpperCase() }, select: { id: true, name: true } });
