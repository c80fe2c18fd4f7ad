import type { Item } from '~/domain/catalogue/item.ts';
import type { Authority } from '~/domain/record/precedence.ts';
import type { Party } from '~/domain/record/three-way.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';
import type { Tx } from '~/server/db/client.ts';

const told = ['occurred_on', 'precision', 'ended_on', 'amount_fen', 'quantity', 'category', 'detail'];

/** What a source says of a record, as the queue keeps it: amounts as text, dates as days. */
const claimOf = (of: string): string =>
  `jsonb_build_object(${told.map((name) => `'${name}', ${of}.${name}${name === 'amount_fen' ? '::text' : ''}`).join(', ')})`;

/** Keeps what the stage holds as one source's claims, and makes room for the next. Returns how many rows were unreadable. */
export async function keepClaims({ client }: BatchTx, party: 'provider' | 'third'): Promise<number> {
  const { rows } = await client.query<{ unreadable: number }>(
    'select count(*) filter (where reason is not null)::int as unreadable from stage',
  );
  await client.query(
    `create temporary table ${party}_claim on commit drop as
     select distinct on (n.enterprise_id, s.source_key) n.enterprise_id, s.source_key, ${claimOf('s')} as claim
     from stage s join lateral (
       select e.id as enterprise_id from enterprise e where e.uscc = s.firm
       union all select i.enterprise_id from enterprise_identity i where i.scheme = 'uscc' and i.value = s.firm
       limit 1) n on true
     where s.reason is null and s.source_key is not null
     order by n.enterprise_id, s.source_key, s.row_no`,
  );
  await client.query('drop table stage');
  return rows[0]?.unreadable ?? 0;
}

export type Comparison = { readonly records: number; readonly conflicts: number; readonly added: number };

/** What differs: a source that speaks of the firm says other than what is held, or the two sources differ. */
const differs = `(provider_speaks and provider is distinct from own) or (third_speaks and third is distinct from own)
  or (provider_speaks and third_speaks and provider is distinct from third)`;

/** Every record of the firms that are named, with what each of the three says. */
const layBeside = (client: BatchTx['client'], item: Item) =>
  client.query(
    `create temporary table compared on commit drop as
     with named as (select enterprise_id from provider_claim union select enterprise_id from third_claim),
     own_claim as (
       select f.enterprise_id, f.source_key, ${claimOf('f')} as claim
       from current_fact f join named using (enterprise_id) where f.item = $1)
     select enterprise_id, source_key, o.claim as own, p.claim as provider, t.claim as third,
            exists (select 1 from provider_claim c where c.enterprise_id = k.enterprise_id) as provider_speaks,
            exists (select 1 from third_claim c where c.enterprise_id = k.enterprise_id) as third_speaks
     from (select enterprise_id, source_key from own_claim
           union select enterprise_id, source_key from provider_claim
           union select enterprise_id, source_key from third_claim) k
     left join own_claim o using (enterprise_id, source_key)
     left join provider_claim p using (enterprise_id, source_key)
     left join third_claim t using (enterprise_id, source_key)`,
    [item.code],
  );

/** Whether a case changed the record here, or it was ended here: revoked or sealed, so that its history is all there is. */
const decidedHere = `exists (
  select 1 from fact f left join record_batch b on b.id = f.batch_id and b.mapping = 'amendment'
  where f.enterprise_id = c.enterprise_id and f.item = $2 and f.source_key = c.source_key
    and (b.id is not null or c.own is null))`;

/**
 * Compares record by record and puts what differs into the queue, once: a conflict that waits in the same words is not put
 * there again. A source speaks only of firms that it names.
 */
export async function compareClaims(
  { client }: BatchTx,
  run: {
    readonly id: string;
    readonly item: Item;
    readonly thirdSource: string;
    readonly authority: Authority;
    readonly by: string | null;
    readonly at: Date;
  },
): Promise<Comparison> {
  await layBeside(client, run.item);
  const { rows } = await client.query<{ records: number; conflicts: number }>(
    `select count(*)::int as records, count(*) filter (where ${differs})::int as conflicts from compared`,
  );
  const found = rows[0] as (typeof rows)[0];
  await client.query(
    `insert into reconciliation (id, item, third_source, authority, records, agreeing, ordered_by, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [
      ...[run.id, run.item.code, run.thirdSource, run.authority],
      ...[found.records, found.records - found.conflicts, run.by, run.at],
    ],
  );
  const { rowCount } = await client.query(
    `insert into reconciliation_conflict (enterprise_id, id, reconciliation_id, item, source_key, own, provider, third,
                                          decided_here)
     select enterprise_id, gen_random_uuid(), $1, $2, source_key, own,
            case when provider_speaks then coalesce(provider, 'null') end, case when third_speaks then coalesce(third, 'null') end,
            ${decidedHere}
     from compared c
     where (${differs}) and not exists (
       select 1 from reconciliation_conflict q
       where q.enterprise_id = c.enterprise_id and q.item = $2 and q.source_key = c.source_key and q.verdict is null)`,
    [run.id, run.item.code],
  );
  return { ...found, added: rowCount ?? 0 };
}

/** A claim as the queue keeps it; JSON null is "does not have it", SQL null "does not speak of the firm". */
export type Claim = {
  readonly occurred_on: string | null;
  readonly precision: 'day' | 'month' | 'year';
  readonly ended_on: string | null;
  readonly amount_fen: string | null;
  readonly quantity: number | null;
  readonly category: string | null;
  readonly detail: { readonly [name: string]: string } | null;
};

export type ConflictRow = {
  readonly id: string;
  readonly enterpriseId: string;
  readonly firm: string;
  readonly uscc: string | null;
  readonly item: string;
  readonly thirdSource: string;
  readonly authority: Authority;
  readonly at: Date;
  readonly own: Claim | null;
  readonly provider: Claim | null;
  readonly third: Claim | null;
  readonly providerSpeaks: boolean;
  readonly thirdSpeaks: boolean;
  readonly verdict: Party | null;
  readonly reason: string | null;
  readonly decidedAt: Date | null;
  readonly settled: boolean;
  readonly decidedHere: boolean;
  readonly stood: boolean;
};

type ConflictQuery = { readonly open: boolean; readonly after: string | null; readonly limit: number };

/** Conflicts by the comparison that found them, the oldest and so the first due coming first; pages do not move while others decide. */
export const findConflicts = (tx: Tx, { open, after, limit }: ConflictQuery): Promise<ConflictRow[]> =>
  tx.$queryRaw<ConflictRow[]>`
    select q.id, q.enterprise_id as "enterpriseId", e.name as firm, e.uscc, q.item, r.third_source as "thirdSource",
           r.authority, r.at, q.decided_here as "decidedHere", q.stood,
           q.own, nullif(q.provider, 'null') as provider, nullif(q.third, 'null') as third,
           q.provider is not null as "providerSpeaks", q.third is not null as "thirdSpeaks",
           q.verdict, q.reason, q.decided_at as "decidedAt", q.fact_id is not null as settled
    from reconciliation_conflict q
    join reconciliation r on r.id = q.reconciliation_id
    join enterprise e on e.id = q.enterprise_id
    where (q.verdict is null) = ${open} and (${after}::uuid is null or (r.at, q.id) > (
        select before.at, c.id from reconciliation_conflict c
        join reconciliation before on before.id = c.reconciliation_id where c.id = ${after}::uuid))
    order by r.at, q.id limit ${limit}`;

export type UndecidedRun = {
  readonly reconciliationId: string;
  readonly item: string;
  readonly thirdSource: string;
  readonly at: Date;
  readonly waiting: number;
};

/** Comparisons with conflicts that wait for a decision, the oldest first. */
export const undecidedRuns = (tx: Tx): Promise<UndecidedRun[]> =>
  tx.$queryRaw<UndecidedRun[]>`
    select r.id as "reconciliationId", r.item, r.third_source as "thirdSource", r.at, count(*)::int as waiting
    from reconciliation_conflict q join reconciliation r on r.id = q.reconciliation_id
    where q.verdict is null group by r.id order by r.at, r.id`;

export const countOpen = async (tx: Tx): Promise<number> =>
  (
    await tx.$queryRaw<{ n: number }[]>`
      select count(*)::int as n from reconciliation_conflict where verdict is null`
  )[0]?.n ?? 0;

/** Notes a verdict, once. */
export const noteVerdict = (
  tx: Tx,
  { id, verdict, reason, by, at }: { id: string; verdict: Party; reason: string; by: string; at: Date },
): Promise<{ enterpriseId: string; item: string }[]> =>
  tx.$queryRaw<{ enterpriseId: string; item: string }[]>`
    update reconciliation_conflict set verdict = ${verdict}, reason = ${reason}, decided_by = ${by}::uuid, decided_at = ${at}
    where id = ${id}::uuid and verdict is null
      and (${verdict} = 'own' or (${verdict} = 'provider' and provider is not null) or (${verdict} = 'third' and third is not null))
    returning enterprise_id as "enterpriseId", item`;
