import type { InstitutionId } from '~/domain/kernel/id.ts';
import type { Tx } from '~/server/db/client.ts';
import type { RawRow } from '~/server/record/store-stage.ts';

export type BatchRow = {
  readonly id: string;
  readonly provider_id: string;
  readonly provider_zh: string;
  readonly provider_en: string;
  readonly mapping: string;
  readonly item: string | null;
  readonly file_name: string;
  readonly file_hash: string;
  readonly file_bytes: bigint;
  readonly format: 'csv' | 'xlsx' | 'jsonl' | 'push' | null;
  readonly charset: 'utf-8' | 'gb18030' | null;
  readonly state: 'received' | 'accepted' | 'refused';
  readonly refusal: { readonly code: string } | null;
  readonly rows_read: number;
  readonly rows_accepted: number;
  readonly rows_duplicate: number;
  readonly rows_quarantined: number;
  readonly firms_touched: number;
  readonly replay_of: string | null;
  readonly received_at: Date;
  readonly finished_at: Date | null;
  readonly content_hash: string | null;
  readonly receiver: string | null;
  /** Records of the batch that still lie in quarantine. */
  readonly waiting: number;
};

/** The last row of the page before. */
export type BatchCursor = { readonly at: Date; readonly id: string };

export type BatchQuery = {
  readonly provider: InstitutionId | null;
  readonly state: BatchRow['state'] | null;
  readonly onlyWaiting: boolean;
  readonly before: BatchCursor | null;
  readonly limit: number;
};

/** Batches, the newest first. Which ones a person sees is decided by row-level security, then by the query. */
export const findBatches = (
  tx: Tx,
  { provider, state, onlyWaiting, before, limit }: BatchQuery,
): Promise<BatchRow[]> =>
  tx.$queryRaw<BatchRow[]>`
    select b.*, i.name_zh as provider_zh, i.name_en as provider_en, u.name as receiver,
           (select count(*) from quarantine_row q where q.batch_id = b.id and q.replay_batch_id is null)::int as waiting
    from record_batch b
    join institution i on i.id = b.provider_id
    left join user_account u on u.id = b.received_by
    where (${provider}::uuid is null or b.provider_id = ${provider}::uuid)
      and (${state}::text is null or b.state = ${state})
      and (not ${onlyWaiting} or exists (
            select 1 from quarantine_row q where q.batch_id = b.id and q.replay_batch_id is null))
      and (${before?.at ?? null}::timestamptz is null or (b.received_at, b.id) < (${before?.at ?? null}::timestamptz, ${before?.id ?? null}::uuid))
    order by b.received_at desc, b.id desc limit ${limit}`;

/** One batch, if the actor may see it. */
export async function findBatch(tx: Tx, id: string): Promise<BatchRow | null> {
  const [row] = await tx.$queryRaw<BatchRow[]>`
    select b.*, i.name_zh as provider_zh, i.name_en as provider_en, u.name as receiver,
           (select count(*) from quarantine_row q where q.batch_id = b.id and q.replay_batch_id is null)::int as waiting
    from record_batch b
    join institution i on i.id = b.provider_id
    left join user_account u on u.id = b.received_by
    where b.id = ${id}::uuid`;
  return row ?? null;
}

/** Batches that sent records of this one in again, the newest first. */
export const findReplays = (tx: Tx, id: string) =>
  tx.recordBatch.findMany({
    where: { replayOf: id },
    orderBy: { receivedAt: 'desc' },
    select: { id: true, receivedAt: true, rowsRead: true, rowsAccepted: true, state: true },
  });

export const findItemDeliveries = (tx: Tx, batchId: string) =>
  tx.itemDelivery.findMany({ where: { batchId }, orderBy: { item: 'asc' } });

export type QuarantineRow = {
  readonly row_no: number;
  readonly record_no: number;
  readonly item: string | null;
  readonly column_name: string | null;
  readonly reason: string;
  readonly reason_args: { readonly [name: string]: unknown };
  readonly raw: RawRow;
  readonly replay_batch_id: string | null;
  readonly replayed_at: Date | null;
};

export type RowCursor = { readonly rowNo: number; readonly recordNo: number };

/** Records of a batch in quarantine in the order of the file, those that were sent in again included. */
export const findQuarantine = (
  tx: Tx,
  batchId: string,
  after: RowCursor | null,
  limit: number,
): Promise<QuarantineRow[]> =>
  tx.$queryRaw<QuarantineRow[]>`
    select row_no, record_no, item, column_name, reason, reason_args, raw, replay_batch_id, replayed_at
    from quarantine_row
    where batch_id = ${batchId}::uuid
      and (${after?.rowNo ?? null}::int is null or (row_no, record_no) > (${after?.rowNo ?? null}::int, ${after?.recordNo ?? null}::int))
    order by row_no, record_no limit ${limit}`;

/** One record in quarantine, sent in again or not. */
export async function findQuarantined(
  tx: Tx,
  batchId: string,
  { rowNo, recordNo }: RowCursor,
): Promise<QuarantineRow | null> {
  const [row] = await tx.$queryRaw<QuarantineRow[]>`
    select row_no, record_no, item, column_name, reason, reason_args, raw, replay_batch_id, replayed_at
    from quarantine_row where batch_id = ${batchId}::uuid and row_no = ${rowNo} and record_no = ${recordNo}`;
  return row ?? null;
}

export type ItemStatus = {
  readonly item: string;
  readonly provider_id: string;
  readonly delivered_at: Date;
  readonly read: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly quarantined: number;
};

/** Of each item that was ever delivered: when last, and what came since the instant. */
export const findItemStatus = (tx: Tx, provider: InstitutionId | null, since: Date): Promise<ItemStatus[]> =>
  tx.$queryRaw<ItemStatus[]>`
    select item, provider_id, max(received_at) as delivered_at,
           coalesce(sum(rows_read) filter (where received_at >= ${since}), 0)::int as read,
           coalesce(sum(rows_accepted) filter (where received_at >= ${since}), 0)::int as accepted,
           coalesce(sum(rows_duplicate) filter (where received_at >= ${since}), 0)::int as duplicate,
           coalesce(sum(rows_quarantined) filter (where received_at >= ${since}), 0)::int as quarantined
    from item_delivery where ${provider}::uuid is null or provider_id = ${provider}::uuid
    group by item, provider_id`;

export type WaitingCount = {
  readonly provider_id: string;
  readonly item: string | null;
  readonly waiting: number;
};

/** How many records wait in quarantine, by provider and item. */
export const countWaiting = (tx: Tx, provider: InstitutionId | null): Promise<WaitingCount[]> =>
  tx.$queryRaw<WaitingCount[]>`
    select provider_id, item, count(*)::int as waiting from quarantine_row
    where replay_batch_id is null and (${provider}::uuid is null or provider_id = ${provider}::uuid)
    group by provider_id, item`;

export type MonthCount = {
  readonly month: string;
  readonly accepted: number;
  readonly duplicate: number;
  readonly quarantined: number;
};

/** What a provider delivered in each month since the instant; months without a delivery are missing. */
export const countMonths = (tx: Tx, provider: InstitutionId, since: Date): Promise<MonthCount[]> =>
  tx.$queryRaw<MonthCount[]>`
    select to_char(received_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, sum(rows_accepted)::int as accepted,
           sum(rows_duplicate)::int as duplicate, sum(rows_quarantined)::int as quarantined
    from item_delivery where provider_id = ${provider}::uuid and received_at >= ${since} group by 1 order by 1`;

export type ProviderRow = {
  readonly id: string;
  readonly code: string;
  readonly name_zh: string;
  readonly name_en: string;
};

/** Every department that supplies records. */
export const findProviders = (tx: Tx): Promise<ProviderRow[]> =>
  tx.$queryRaw<
    ProviderRow[]
  >`select id, code, name_zh, name_en from institution where kind = 'provider' order by code`;
