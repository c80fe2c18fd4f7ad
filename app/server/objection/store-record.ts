import { randomUUID } from 'node:crypto';
import type { ItemMode } from '~/domain/catalogue/item.ts';
import type { BatchId, EnterpriseId, FactId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';

/** A record through all its versions: its item and the key of its source. */
export type RecordKey = {
  readonly enterpriseId: EnterpriseId;
  readonly item: string;
  readonly sourceKey: Uint8Array;
};

/** One row of a record's history as it is stored; amounts in fen as text. */
export type VersionRow = {
  readonly id: FactId;
  readonly op: 'assert' | 'correct' | 'revoke' | 'seal';
  readonly item: string;
  readonly itemVersion: number;
  readonly sourceKey: Uint8Array;
  readonly providerId: InstitutionId;
  readonly batchId: BatchId;
  readonly supersedes: FactId | null;
  readonly occurredOn: string | null;
  readonly precision: 'day' | 'month' | 'year';
  readonly endedOn: string | null;
  readonly amountFen: string | null;
  readonly quantity: number | null;
  readonly category: string | null;
  readonly detail: { readonly [name: string]: string } | null;
  readonly knownAt: Date;
};

/** Every row of the record that one of its versions belongs to, the first first; empty when the reader may not see it. */
export const findVersions = (tx: Tx, enterpriseId: EnterpriseId, factId: string): Promise<VersionRow[]> =>
  tx.$queryRaw<VersionRow[]>`
    select f.id, f.op, f.item, f.item_version as "itemVersion", f.source_key as "sourceKey", f.provider_id as "providerId",
           f.batch_id as "batchId", f.supersedes, f.occurred_on::text as "occurredOn", f.precision, f.ended_on::text as "endedOn",
           f.amount_fen::text as "amountFen", f.quantity, f.category, f.detail, f.known_at as "knownAt"
    from fact n
    join fact f on f.enterprise_id = n.enterprise_id and f.item = n.item and f.source_key = n.source_key
    where n.enterprise_id = ${enterpriseId}::uuid and n.id = ${factId}::uuid
    order by f.known_at, (f.supersedes is not null), f.id`;

/** The row that stands: nothing supersedes it. */
export function headOf(versions: readonly VersionRow[]): VersionRow | null {
  const superseded = new Set(versions.map(({ supersedes }) => supersedes));
  return versions.findLast(({ id }) => !superseded.has(id)) ?? null;
}

/** Whether the row that stands says something, or the record was revoked or sealed. */
export const isLive = (row: VersionRow | null): row is VersionRow =>
  row !== null && (row.op === 'assert' || row.op === 'correct');

/** One row of the catalogue that words a record. */
export type ItemWords = {
  readonly nameZh: string;
  readonly nameEn: string;
  readonly providerZh: string;
  readonly providerEn: string;
  readonly mode: ItemMode;
  readonly meaning: {
    readonly amount?: { readonly zh: string; readonly en: string } | null;
    readonly quantity?: { readonly zh: string; readonly en: string; readonly unit: string } | null;
    readonly categories?: readonly { readonly code: string; readonly zh: string; readonly en: string }[];
  };
};

/** What the item, its figures and its provider are called. */
export async function itemWordsOf(
  tx: Tx,
  item: string,
  version: number,
  providerId: string,
): Promise<ItemWords> {
  const [row] = await tx.$queryRaw<ItemWords[]>`
    select c.name_zh as "nameZh", c.name_en as "nameEn", c.mode, c.meaning,
           coalesce(p.name_zh, '') as "providerZh", coalesce(p.name_en, '') as "providerEn"
    from catalogue_item c left join institution p on p.id = ${providerId}::uuid
    where c.code = ${item} and c.version = ${version}`;
  return row ?? { nameZh: item, nameEn: item, providerZh: '', providerEn: '', mode: 'physical', meaning: {} };
}

export type StatementRow = { readonly body: string; readonly at: Date; readonly by: string };

/** The firm's own statement on a record as it stands; null when there is none or it was taken back. */
export async function findStatement(
  tx: Tx,
  { enterpriseId, item, sourceKey }: RecordKey,
): Promise<StatementRow | null> {
  const row = await tx.factStatement.findFirst({
    where: { enterpriseId, item, sourceKey: new Uint8Array(sourceKey) },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
  });
  return row?.body ? { body: row.body, at: row.at, by: row.userName } : null;
}

/** The same for the department that answers an objection: it reads what stood beside the record until the objection closed. */
export async function statementAnswered(tx: Tx, objectionId: string): Promise<StatementRow | null> {
  const rows = await tx.$queryRaw<StatementRow[]>`select * from statement_answered(${objectionId}::uuid)`;
  return rows[0] ?? null;
}

export type RightsStep = {
  readonly caseId: string;
  readonly caseKind: string;
  readonly kind: string;
  readonly party: string;
  readonly by: string;
  readonly body: string;
  readonly at: Date;
};

/** What happened in one case, in order. */
export async function findSteps(tx: Tx, enterpriseId: EnterpriseId, caseId: string): Promise<RightsStep[]> {
  const rows = await tx.rightsEvent.findMany({
    where: { enterpriseId, caseId },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
  });
  return rows.map(({ caseKind, kind, party, userName, body, at }) => ({
    caseId,
    caseKind,
    kind,
    party,
    by: userName,
    body,
    at,
  }));
}

type NewStep = Omit<RightsStep, 'by'> & {
  readonly enterpriseId: EnterpriseId;
  readonly providerId: InstitutionId;
  readonly userId: string | null;
  readonly userName: string;
};

/** Appends a step to the history of a case. */
export const addStep = (tx: Tx, step: NewStep) =>
  tx.rightsEvent.createMany({ data: [{ ...step, id: randomUUID() }] });

type NewStatement = RecordKey & {
  readonly id: string;
  readonly body: string;
  readonly userId: string;
  readonly userName: string;
  readonly at: Date;
};

export const addStatement = (tx: Tx, { sourceKey, ...statement }: NewStatement) =>
  tx.factStatement.createMany({ data: [{ ...statement, sourceKey: new Uint8Array(sourceKey) }] });

/** The name and code of the firm that a case is about, and where it sits. */
export const firmOf = (tx: Tx, id: EnterpriseId) =>
  tx.enterprise.findUniqueOrThrow({ where: { id }, select: { name: true, uscc: true, regionCode: true } });

/** Two people of a firm, or the firm and its provider, act on one record one after another. */
export const lockRecord = (tx: Tx, { enterpriseId, item, sourceKey }: RecordKey) =>
  tx.$executeRaw`
    select pg_advisory_xact_lock(hashtextextended(${`rights ${enterpriseId} ${item} ${Buffer.from(sourceKey).toString('hex')}`}, 0))`;
