import type { VerdictEffect } from '~/domain/record/three-way.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';

export type Decided = {
  readonly enterpriseId: string;
  readonly item: string;
  readonly itemVersion: number;
  readonly providerId: string;
  /** Whether the record still says what the conflict says it said. */
  readonly unchanged: boolean;
  readonly headId: string | null;
  /** Whether the record has a history; then nothing can be asserted anew. */
  readonly hasHistory: boolean;
  readonly held: string | null;
  readonly chosen: string | null;
};

const claim = `jsonb_build_object('occurred_on', f.occurred_on, 'precision', f.precision, 'ended_on', f.ended_on,
  'amount_fen', f.amount_fen::text, 'quantity', f.quantity, 'category', f.category, 'detail', f.detail)`;

/** A conflict that was decided against what is held and is not carried out yet, beside the record as it stands. */
export async function findDecided({ client }: BatchTx, id: string): Promise<Decided | null> {
  const { rows } = await client.query<Decided>(
    `select q.enterprise_id as "enterpriseId", q.item, i.version as "itemVersion", i.provider_id as "providerId",
            head.claim is not distinct from q.own as unchanged, head.id as "headId",
            exists (select 1 from fact f where f.enterprise_id = q.enterprise_id and f.item = q.item
                    and f.source_key = q.source_key) as "hasHistory",
            q.own::text as held,
            nullif(case q.verdict when 'provider' then q.provider else q.third end, 'null')::text as chosen
     from reconciliation_conflict q
     join lateral (select version, provider_id from catalogue_item c where c.code = q.item order by version desc limit 1) i on true
     left join lateral (
       select f.id, ${claim} as claim from current_fact f
       where f.enterprise_id = q.enterprise_id and f.item = q.item and f.source_key = q.source_key) head on true
     where q.id = $1 and q.verdict in ('provider', 'third') and q.fact_id is null for update of q`,
    [id],
  );
  return rows[0] ?? null;
}

type NextRow = {
  readonly conflictId: string;
  readonly batchId: string;
  readonly op: VerdictEffect;
  readonly at: Date;
};

/** The next row of the record, under a batch that names the verdict as its source. */
export async function addVerdictRow({ client }: BatchTx, of: Decided, next: NextRow): Promise<void> {
  const { conflictId, batchId, op, at } = next;
  await client.query(
    `insert into record_batch (id, provider_id, mapping, item, file_name, file_hash, file_bytes, state, rows_read, rows_accepted,
                               firms_touched, received_at, finished_at)
     values ($1, $2, 'reconciliation/verdict', $3, $4, '', 0, 'accepted', 1, 1, 1, $5, $5)`,
    [batchId, of.providerId, of.item, conflictId, at],
  );
  await client.query(
    `with added as (
       insert into fact (enterprise_id, id, item, item_version, provider_id, batch_id, source_key, op, supersedes, occurred_on,
                         precision, ended_on, amount_fen, quantity, category, detail, known_at)
       select q.enterprise_id, gen_random_uuid(), q.item, $3, $4, $2, q.source_key, $5, $6::uuid, c.occurred_on,
              coalesce(c.precision, 'day'), c.ended_on, c.amount_fen, c.quantity, c.category, c.detail, $7
       from reconciliation_conflict q
       cross join jsonb_to_record(coalesce($8::jsonb, '{}')) as c (occurred_on date, precision text, ended_on date,
                                  amount_fen bigint, quantity integer, category text, detail jsonb)
       where q.id = $1
       returning id, enterprise_id)
     update reconciliation_conflict q set fact_id = a.id from added a where q.enterprise_id = a.enterprise_id and q.id = $1`,
    [conflictId, batchId, of.itemVersion, of.providerId, op, of.headId, at, of.chosen],
  );
}
