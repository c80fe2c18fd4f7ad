import type { Item } from '~/domain/catalogue/item.ts';
import type { InstitutionId, UserId } from '~/domain/kernel/id.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';

/** What a delivery is, as its batch keeps it. */
export type BatchHead = {
  readonly batchId: string;
  readonly providerId: InstitutionId;
  readonly mapping: string;
  readonly item: string | null;
  readonly fileName: string;
  readonly receivedBy: UserId | null;
  readonly receivedAt: Date;
  readonly replayOf: string | null;
};

export type FileReceipt = { readonly hash: string; readonly bytes: number };

/** `read` is the sum of the other three; a firm that is only named is not counted. */
export type RowCounts = {
  readonly read: number;
  readonly accepted: number;
  readonly duplicate: number;
  readonly quarantined: number;
};

export type BatchOutcome = RowCounts & { readonly firms: number; readonly contentHash: string };

/** The items that the delivery may bring, for the merge. */
export async function stageItems({ client }: BatchTx, items: readonly Item[]): Promise<void> {
  await client.query(
    `create temporary table stage_item (code text, version integer, provider_id uuid) on commit drop`,
  );
  await client.query(`insert into stage_item select * from unnest($1::text[], $2::integer[], $3::uuid[])`, [
    items.map(({ code }) => code),
    items.map(({ version }) => version),
    items.map(({ providerId }) => providerId),
  ]);
}

/** Counts the merged stage by item and keeps one line for each, by which everybody sees how fresh the item is. */
export async function countDelivery(
  { client }: BatchTx,
  { batchId, receivedAt }: BatchHead,
): Promise<RowCounts> {
  await client.query(
    `insert into item_delivery (batch_id, item, provider_id, received_at, rows_read, rows_accepted, rows_duplicate, rows_quarantined)
     select $1, c.code, c.provider_id, $2, coalesce(s.read, 0), coalesce(f.accepted, 0),
            coalesce(s.read - s.quarantined, 0) - coalesce(f.accepted, 0), coalesce(s.quarantined, 0)
     from stage_item c
     left join (select item, count(*) as read, count(reason) as quarantined from stage group by item) s on s.item = c.code
     left join (select item, count(*) as accepted from fact where batch_id = $1 group by item) f on f.item = c.code`,
    [batchId, receivedAt],
  );
  const { rows } = await client.query<RowCounts>(
    `select coalesce(sum(rows_read), 0)::int as read, coalesce(sum(rows_accepted), 0)::int as accepted,
            coalesce(sum(rows_duplicate), 0)::int as duplicate, coalesce(sum(rows_quarantined), 0)::int as quarantined
     from item_delivery where batch_id = $1`,
    [batchId],
  );
  return rows[0] as RowCounts;
}

/** Writes the line of a delivery of one item whose rows were counted on the way. */
export async function saveItemDelivery(
  { client }: BatchTx,
  { batchId, receivedAt }: BatchHead,
  item: Item,
  { read, accepted, duplicate, quarantined }: RowCounts,
): Promise<void> {
  await client.query(
    `insert into item_delivery (batch_id, item, provider_id, received_at, rows_read, rows_accepted, rows_duplicate, rows_quarantined)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [batchId, item.code, item.providerId, receivedAt, read, accepted, duplicate, quarantined],
  );
}

/**
 * A hash over the hashes of a batch's facts in the order of their keys: the audit line quotes it, so that a fact changed behind
 * the platform's back no longer agrees with the log.
 */
export async function hashFacts(
  { client }: BatchTx,
  batchId: string,
): Promise<{ firms: number; contentHash: string }> {
  const { rows } = await client.query<{ firms: number; contentHash: string }>(
    `select count(*)::int as firms, encode(sha256(coalesce(string_agg(hashes, '' order by enterprise_id), '')), 'hex') as "contentHash"
     from (
       select enterprise_id, string_agg(
                sha256(convert_to(concat_ws('|', enterprise_id, item, encode(source_key, 'hex'), op, supersedes, occurred_on,
                                            precision, ended_on, amount_fen, quantity, category, detail), 'UTF8')), ''
                order by item, source_key, supersedes) as hashes
       from fact where batch_id = $1 group by enterprise_id) firm`,
    [batchId],
  );
  return rows[0] as { firms: number; contentHash: string };
}

/**
 * Writes the accepted batch; one that was handed in on the web waits for it as `received`. A batch that another worker
 * has taken in meanwhile is a fault: everything of this one is rolled back.
 */
export async function saveBatch(
  tx: BatchTx,
  head: BatchHead,
  file: FileReceipt,
  out: BatchOutcome,
  at: Date,
) {
  const { rowCount } = await tx.client.query(
    `insert into record_batch (id, provider_id, mapping, item, file_name, file_hash, file_bytes, state, rows_read, rows_accepted,
       rows_duplicate, rows_quarantined, firms_touched, replay_of, received_by, received_at, finished_at, content_hash)
     values ($1, $2, $3, $4, $5, $6, $7, 'accepted', $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)
     on conflict (id) do update set state = 'accepted', rows_read = $8, rows_accepted = $9, rows_duplicate = $10,
       rows_quarantined = $11, firms_touched = $12, finished_at = $16, content_hash = $17
     where record_batch.state = 'received'`,
    [
      ...[head.batchId, head.providerId, head.mapping, head.item, head.fileName, file.hash, file.bytes],
      ...[out.read, out.accepted, out.duplicate, out.quarantined, out.firms],
      ...[head.replayOf, head.receivedBy, head.receivedAt, at, out.contentHash],
    ],
  );
  if (rowCount !== 1) throw new Error(`batch ${head.batchId} is in already`);
}

/** Writes that a delivery was refused as a whole, and why; none of its rows is kept. */

export async function saveRefusedBatch(
  tx: BatchTx,
  head: BatchHead,
  file: FileReceipt,
  refusal: object,
  at: Date,
) {
  await tx.client.query(
    `insert into record_batch (id, provider_id, mapping, item, file_name, file_hash, file_bytes, state, refusal, replay_of,
       received_by, received_at, finished_at)
     values ($1, $2, $3, $4, $5, $6, $7, 'refused', $8, $9, $10, $11, $12)
     on conflict (id) do update set state = 'refused', refusal = $8, finished_at = $12`,
    [
      ...[head.batchId, head.providerId, head.mapping, head.item, head.fileName, file.hash, file.bytes],
      ...[refusal, head.replayOf, head.receivedBy, head.receivedAt, at],
    ],
  );
}
