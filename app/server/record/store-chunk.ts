import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { from as copyFrom } from 'pg-copy-streams';
import type { Item } from '~/domain/catalogue/item.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';
import { type Chunk, NeedsWhole } from '~/server/record/chunk-rows.ts';

const tables = `
  create temporary table stage_chunk (
    row_no integer, id uuid, firm text, source_key bytea, occurred_on date, precision smallint, ended_on date,
    amount_fen bigint, quantity integer, category text, detail jsonb
  ) on commit drop;
  create temporary table chunk_firm (firm text, enterprise_id uuid) on commit drop;
  create temporary table known_row (
    like stage_chunk, enterprise_id uuid, fact_id uuid, same boolean
  ) on commit drop;
  create temporary table seen_record (enterprise_id uuid, source_key bytea, fact_id uuid) on commit drop`;

/** Sorting a chunk must not spill to disk, and joins of its size are hashed. */
export async function openChunks({ client }: BatchTx): Promise<void> {
  await client.query(`set local work_mem = '64MB'; set local enable_mergejoin = off; ${tables}`);
}

/** Whether a delivery of the item was taken in before. */
export async function wasDelivered({ client }: BatchTx, { code }: Item): Promise<boolean> {
  const { rows } = await client.query('select 1 from item_delivery where item = $1 limit 1', [code]);
  return rows.length > 0;
}

export type ChunkBatch = { readonly batchId: string; readonly item: Item; readonly knownAt: Date };

export type Stranger = { readonly rowNo: number; readonly firm: string };

export type Merged = {
  /** Rows that became facts: new ones and corrections. */
  readonly accepted: number;
  /** Rows whose firm no register has named. */
  readonly strangers: readonly Stranger[];
  /** Numbers of the rows that may read otherwise another day: their fact was revoked or sealed. */
  readonly undecided: readonly number[];
};

/**
 * Merges one chunk as `mergeFacts` merges a whole delivery: new records are asserted, those that say something else
 * correct, all others are duplicates. One statement where nothing is known yet. What contradicts an earlier chunk of
 * the same delivery throws `NeedsWhole`. `seemsNew`: nothing of the item is known to have come before, so the records are
 * added without looking for them; when one of them proves to be known it throws `SomeKnown`.
 */
export async function mergeChunk(
  tx: BatchTx,
  batch: ChunkBatch,
  chunk: Chunk,
  seemsNew: boolean,
): Promise<Merged> {
  const { client } = tx;
  await client.query('truncate stage_chunk, known_row');
  await pipeline(
    Readable.from([chunk.encoded.bytes]),
    client.query(copyFrom('copy stage_chunk from stdin (format binary)')),
  );
  const found = await client.query<{ unfound: number }>(findFirms);
  const { named, known } = await (seemsNew ? assertUnasked : assertAsked)(client, batch);
  const strangers = found.rows[0]?.unfound ? await findStrangers(client) : [];
  const corrected = known > 0 ? await correctKnown(client, batch) : { corrections: 0, undecided: [] };
  return {
    accepted: named - known + corrected.corrections,
    strangers,
    undecided: corrected.undecided,
  };
}

type Counts = { readonly named: number; readonly known: number };

const valuesOf = ({ batchId, item, knownAt }: ChunkBatch) => [
  ...[batchId, item.code, item.version, item.providerId, knownAt],
];

async function assertAsked(client: BatchTx['client'], batch: ChunkBatch): Promise<Counts> {
  const { rows } = await client.query<Counts>(assertNew, valuesOf(batch));
  return rows[0] as Counts;
}

/** Thrown where records were added unasked and one proves to be known: the delivery is taken in anew, asking first. */
export class SomeKnown extends Error {}

/** Adds the records as if all were new; the index of records says when one is not. */
async function assertUnasked(client: BatchTx['client'], batch: ChunkBatch): Promise<Counts> {
  try {
    const { rowCount } = await client.query(assertAll, valuesOf(batch));
    return { named: rowCount ?? 0, known: 0 };
  } catch (fault) {
    throw (fault as { code?: string }).code === uniqueViolation ? new SomeKnown() : fault;
  }
}

const uniqueViolation = '23505';

/** Firms of the chunk that were not looked up before, under every code they ever had. */
const findFirms = `
  with looked as (
    select s.firm, coalesce(e.id, former.enterprise_id) as enterprise_id
    from (select distinct firm from stage_chunk s
          where not exists (select 1 from chunk_firm c where c.firm = s.firm)) s
    left join enterprise e on e.uscc = s.firm
    left join lateral (
      select i.enterprise_id from enterprise_identity i where i.scheme = 'uscc' and i.value = s.firm limit 1
    ) former on e.id is null),
  found as (insert into chunk_firm select firm, enterprise_id from looked where enterprise_id is not null)
  select count(*) filter (where enterprise_id is null)::int as unfound from looked`;

const findStrangers = async (client: BatchTx['client']): Promise<Stranger[]> =>
  (
    await client.query<Stranger>(
      `select row_no as "rowNo", firm from stage_chunk s
       where not exists (select 1 from chunk_firm c where c.firm = s.firm)`,
    )
  ).rows;

const told = (of: string): string =>
  `${of}.occurred_on, ${of}.ended_on, ${of}.amount_fen, ${of}.quantity, ${of}.category, ${of}.detail`;

const factColumns = `enterprise_id, id, item, item_version, provider_id, batch_id, source_key, op, supersedes, occurred_on,
  precision, ended_on, amount_fen, quantity, category, detail, known_at`;

const precisionOf = (of: string): string => `(array['day', 'month', 'year'])[${of}.precision + 1]`;

/** Two codes of one firm may name one record twice; in the order of firms and keys every index is filled from left to right. */
const incoming = `
    select distinct on (c.enterprise_id, s.source_key) c.enterprise_id, s.*
    from stage_chunk s join chunk_firm c on c.firm = s.firm
    order by c.enterprise_id, s.source_key, s.quantity desc nulls last, s.amount_fen desc nulls last`;

const assertAll = `
  insert into fact (${factColumns})
  select i.enterprise_id, i.id, $2, $3, $4, $1, i.source_key, 'assert', null, i.occurred_on, ${precisionOf('i')},
         i.ended_on, i.amount_fen, i.quantity, i.category, i.detail, $5
  from (${incoming}) i`;

/** `offset 0` keeps the lookup a lookup: there are no statistics yet by which the planner could tell. */
const assertNew = `
  with incoming as materialized (${incoming}),
  probed as materialized (
    select i.*, f.id as fact_id,
           (${told('f')}, f.precision) is not distinct from (${told('i')}, ${precisionOf('i')}) as same
    from incoming i left join lateral (
      select * from fact f where f.enterprise_id = i.enterprise_id and f.item = $2 and f.source_key = i.source_key offset 0
    ) f on true),
  asserted as (
    insert into fact (${factColumns})
    select i.enterprise_id, i.id, $2, $3, $4, $1, i.source_key, 'assert', null, i.occurred_on, ${precisionOf('i')},
           i.ended_on, i.amount_fen, i.quantity, i.category, i.detail, $5
    from probed i where i.fact_id is null),
  kept as (
    insert into known_row
    select row_no, id, firm, source_key, occurred_on, precision, ended_on, amount_fen, quantity, category, detail,
           enterprise_id, fact_id, same
    from probed where fact_id is not null)
  select (select count(*) from incoming)::int as named,
         (select count(distinct row_no) from probed where fact_id is not null)::int as known`;

/** What is to be corrected: no version says the same, and the last one still stands. */
const correct = `
  with changed as (
    select row_no, enterprise_id from known_row group by row_no, enterprise_id having not bool_or(same)),
  headed as (
    select distinct on (k.row_no) k.*, head.id as head_id, head.batch_id as head_batch
    from changed c join known_row k on k.row_no = c.row_no
    left join lateral (
      select f.id, f.batch_id from fact f
      where f.enterprise_id = k.enterprise_id and f.item = $2 and f.source_key = k.source_key
        and f.op in ('assert', 'correct')
        and not exists (select 1 from fact s where s.enterprise_id = f.enterprise_id and s.supersedes = f.id)
    ) head on true
    order by k.row_no),
  corrected as (
    insert into fact (${factColumns})
    select k.enterprise_id, k.id, $2, $3, $4, $1, k.source_key, 'correct', k.head_id, k.occurred_on, ${precisionOf('k')},
           k.ended_on, k.amount_fen, k.quantity, k.category, k.detail, $5
    from headed k where k.head_id is not null order by k.enterprise_id),
  seen as (
    insert into seen_record
    select enterprise_id, source_key, fact_id from known_row where same
    union all
    select enterprise_id, source_key, id from headed)
  select (select count(*) from headed where head_id is not null)::int as corrections,
         (select count(*) from headed where head_batch = $1)::int as own,
         (select coalesce(array_agg(row_no), '{}') from headed where head_id is null) as undecided`;

async function correctKnown(client: BatchTx['client'], { batchId, item, knownAt }: ChunkBatch) {
  const { rows } = await client.query<{ corrections: number; own: number; undecided: number[] }>(correct, [
    batchId,
    item.code,
    item.version,
    item.providerId,
    knownAt,
  ]);
  const found = rows[0] as (typeof rows)[0];
  if (found.own > 0) throw new NeedsWhole();
  return found;
}

/** Throws `NeedsWhole` when two chunks told of one record in different words. */
export async function refuseContradictions({ client }: BatchTx): Promise<void> {
  const { rows } = await client.query(
    `select 1 from seen_record group by enterprise_id, source_key having count(distinct fact_id) > 1 limit 1`,
  );
  if (rows.length > 0) throw new NeedsWhole();
}
