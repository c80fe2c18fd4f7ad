import type { RelationKind, Tie } from '~/domain/feature/relation-graph.ts';
import type { Day } from '~/domain/kernel/day.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';

/** The items that state ties: the register's, and awards of contracts, whose reference is the buyer's credit code. */
const relationItem = 'registration.relation';
const awardItem = 'business.bid';
/** What the platform makes of the register's ties. */
export const circleItem = 'relation.guarantee-circle';
export const controlItem = 'relation.common-control';

export const lockGraph = ({ client }: BatchTx) =>
  client.query("select pg_advisory_xact_lock(hashtext('feature.relations'))");

/** Brings the ties of the firms that a batch names to what their records say now; returns how many firms. */
export async function followBatch(tx: BatchTx, batchId: string): Promise<number> {
  const { client } = tx;
  const { rows } = await client.query(
    'select distinct enterprise_id as id from fact where batch_id = $1 and item = any($2)',
    [batchId, [relationItem, awardItem]],
  );
  return followFirms(
    tx,
    rows.map(({ id }) => id as string),
  );
}

/** The first time, or after the table was emptied: the ties of all firms. Awards alone may have come before the register. */
export async function followAll(tx: BatchTx): Promise<number> {
  const { rowCount } = await tx.client.query("select 1 from relation where kind <> 'trade' limit 1");
  if (rowCount) return 0;
  const { rows } = await tx.client.query(
    'select distinct enterprise_id as id from fact where item = any($1)',
    [[relationItem, awardItem]],
  );
  return followFirms(
    tx,
    rows.map(({ id }) => id as string),
  );
}

async function followFirms({ client }: BatchTx, firms: readonly string[]): Promise<number> {
  if (firms.length === 0) return 0;
  await client.query('delete from relation where enterprise_id = any($1::uuid[])', [firms]);
  await client.query(
    `insert into relation (enterprise_id, id, kind, party, party_name, party_enterprise_id, share_ppm, amount_fen, since, until)
     select f.enterprise_id, f.id, case when f.item = $3 then 'trade' else f.category end, f.detail->>'reference',
            coalesce(f.detail->>'note', f.detail->>'reference'), p.id, case when f.item = $2 then f.quantity end,
            case when f.item = $3 then f.amount_fen end, f.occurred_on, f.ended_on
     from current_fact f left join enterprise p on p.uscc = f.detail->>'reference'
     where f.enterprise_id = any($1::uuid[]) and (
       f.item = $2 and f.category in ('legal-representative', 'shareholder', 'controller', 'guarantee')
         and f.detail->>'reference' is not null
       -- the reference of an award may also be the number of a tender
       or f.item = $3 and f.detail->>'reference' ~ '^[0-9A-HJ-NPQRTUWXY]{18}$')`,
    [firms, relationItem, awardItem],
  );
  return firms.length;
}

/** Every tie in force on a day that makes groups, which trade does not; a credit code known since names its firm. */
export async function tiesOn({ client }: BatchTx, day: Day): Promise<Tie[]> {
  await client.query(
    `update relation r set party_enterprise_id = e.id from enterprise e
     where r.party_enterprise_id is null and e.uscc = r.party`,
  );
  const { rows } = await client.query(
    `select enterprise_id as firm, kind, party, party_enterprise_id as "partyFirm" from relation
     where kind <> 'trade' and (since is null or since <= $1) and (until is null or until > $1)`,
    [day],
  );
  return rows.map((row) => ({ ...row, kind: row.kind as RelationKind }));
}

export type StandingRow = {
  readonly firm: string;
  readonly circleFirms: number;
  readonly controlFirms: number;
  readonly circleFactId: string | null;
  readonly controlFactId: string | null;
  readonly asOf: Day;
};

export async function knownStandings({ client }: BatchTx): Promise<Map<string, StandingRow>> {
  const { rows } = await client.query(
    `select enterprise_id as firm, circle_firms as "circleFirms", control_firms as "controlFirms",
            circle_fact_id as "circleFactId", control_fact_id as "controlFactId", as_of::text as "asOf" from relation_standing`,
  );
  return new Map(rows.map((row) => [row.firm as string, row as StandingRow]));
}

export const keepStandings = ({ client }: BatchTx, rows: readonly StandingRow[]) =>
  client.query(
    `insert into relation_standing (enterprise_id, circle_firms, control_firms, circle_fact_id, control_fact_id, as_of)
     select * from unnest($1::uuid[], $2::int[], $3::int[], $4::uuid[], $5::uuid[], $6::date[])
     on conflict (enterprise_id) do update set circle_firms = excluded.circle_firms, control_firms = excluded.control_firms,
       circle_fact_id = excluded.circle_fact_id, control_fact_id = excluded.control_fact_id, as_of = excluded.as_of`,
    [
      rows.map(({ firm }) => firm),
      rows.map(({ circleFirms }) => circleFirms),
      rows.map(({ controlFirms }) => controlFirms),
      rows.map(({ circleFactId }) => circleFactId),
      rows.map(({ controlFactId }) => controlFactId),
      rows.map(({ asOf }) => asOf),
    ],
  );

/** A record of a firm's standing; `supersedes` where the same day already has one. */
export type DerivedFact = {
  readonly firm: string;
  readonly id: string;
  readonly count: number;
  readonly supersedes: string | null;
};

type Delivery = {
  readonly item: string;
  readonly batchId: string;
  readonly knownAt: Date;
  readonly day: Day;
};

/** Delivers what the graph says as records of an item, with the batch that they come from. */
export async function deliverDerived(
  { client }: BatchTx,
  facts: readonly DerivedFact[],
  { item, batchId, knownAt, day }: Delivery,
): Promise<void> {
  await client.query(
    `insert into record_batch (id, provider_id, mapping, item, file_name, file_hash, file_bytes, state, rows_read, rows_accepted,
                               received_at, finished_at)
     select $1, id, 'relation/graph', $2, 'relation', '', 0, 'accepted', $3, $3, $4, $4
     from institution where kind = 'provider' and code = 'market-regulation'`,
    [batchId, item, facts.length, knownAt],
  );
  await client.query(
    `insert into item_delivery (batch_id, item, provider_id, received_at, rows_read, rows_accepted, rows_duplicate, rows_quarantined)
     select $1, $2, id, $4, $3, $3, 0, 0 from institution where kind = 'provider' and code = 'market-regulation'`,
    [batchId, item, facts.length, knownAt],
  );
  await client.query(
    `insert into fact (enterprise_id, id, item, item_version, provider_id, batch_id, source_key, op, supersedes, occurred_on,
                       quantity, known_at)
     select n.firm, n.id, $2, 1, i.id, $1, substring(sha256(convert_to($2 || n.firm || $4::date, 'UTF8')) for 16),
            case when n.supersedes is null then 'assert' else 'correct' end, n.supersedes, $4::date, n.count, $3
     from unnest($5::uuid[], $6::uuid[], $7::int[], $8::uuid[]) n (firm, id, count, supersedes),
          institution i where i.kind = 'provider' and i.code = 'market-regulation'`,
    [
      ...[batchId, item, knownAt, day],
      facts.map(({ firm }) => firm),
      facts.map(({ id }) => id),
      facts.map(({ count }) => count),
      facts.map(({ supersedes }) => supersedes),
    ],
  );
}

/** When the register last supplied ties, and when the platform last said what they make; null when never. */
export async function lastDeliveries({
  client,
}: BatchTx): Promise<{ ties: Date | null; derived: Date | null }> {
  const { rows } = await client.query(
    `select max(received_at) filter (where item = $1) as ties, max(received_at) filter (where item = $2) as derived
     from item_supply where population = 'registers' and item in ($1, $2)`,
    [relationItem, circleItem],
  );
  return rows[0];
}
