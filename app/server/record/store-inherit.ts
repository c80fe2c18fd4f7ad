import type { BatchTx } from '~/server/db/batch-client.ts';

/** Whether any firm is succeeded by another at all. */
export async function hasSuccessions({ client }: BatchTx): Promise<boolean> {
  const { rows } = await client.query<{ any: boolean }>(
    'select exists (select 1 from standing_succession) as any',
  );
  return rows[0]?.any ?? false;
}

type Under = { readonly batchId: string; readonly knownAt: Date };

/**
 * Copies what every firm answers for — its negative records, version by version — into the books of its successors, under
 * a batch of its own; of a spin-off only what had happened by then. Copies that exist are left alone, so it may run at
 * any time; it runs until chains of successors are at rest. Returns how many rows were added.
 */
export async function inheritFacts({ client }: BatchTx, { batchId, knownAt }: Under): Promise<number> {
  let added = 0;
  for (;;) {
    const { rowCount } = await client.query(inherit, [batchId, knownAt]);
    if (!rowCount) return added;
    added += rowCount;
  }
}

const inherit = `
  insert into fact (enterprise_id, id, item, item_version, provider_id, batch_id, source_key, op, supersedes, occurred_on,
                    precision, ended_on, amount_fen, quantity, category, detail, known_at)
  select e.successor_id, inherited_id(f.id, e.id), f.item, f.item_version, f.provider_id, $1,
         substring(sha256(f.source_key || uuid_send(e.id)) for 16), f.op,
         case when f.supersedes is not null then inherited_id(f.supersedes, e.id) end, f.occurred_on, f.precision,
         f.ended_on, f.amount_fen, f.quantity, f.category,
         coalesce(f.detail, '{}') || jsonb_build_object('inheritedFrom', coalesce(f.detail->>'inheritedFrom', p.uscc)), $2
  from standing_succession e
  join enterprise p on p.id = e.enterprise_id
  join fact f on f.enterprise_id = e.enterprise_id
  join catalogue_item i on i.code = f.item and i.version = f.item_version and i.polarity = 'negative' and i.subject = 'enterprise'
  where not exists (select 1 from fact c where c.enterprise_id = e.successor_id and c.id = inherited_id(f.id, e.id))
    and (e.kind <> 'spin-off' or f.occurred_on is null or f.occurred_on <= e.effective_on)
    and (f.supersedes is null or exists (
      select 1 from fact c where c.enterprise_id = e.successor_id and c.id = inherited_id(f.supersedes, e.id)))
    -- what a case of the successor decided about its copy stands against later corrections of the original
    and not exists (select 1 from fact s where s.enterprise_id = e.successor_id and s.supersedes = inherited_id(f.supersedes, e.id))`;

/**
 * Where the original was revoked or sealed, so is a copy that a case of the successor had corrected: who determined the
 * record ended it. Returns how many rows were added.
 */
export async function endDecidedCopies({ client }: BatchTx, { batchId, knownAt }: Under): Promise<number> {
  const { rowCount } = await client.query(
    `insert into fact (enterprise_id, id, item, item_version, provider_id, batch_id, source_key, op, supersedes, detail, known_at)
     select h.enterprise_id, inherited_id(f.id, e.id), h.item, h.item_version, h.provider_id, $1, h.source_key, f.op, h.id, h.detail, $2
     from standing_succession e
     join fact f on f.enterprise_id = e.enterprise_id and f.op in ('revoke', 'seal')
     join current_fact h on h.enterprise_id = e.successor_id and h.item = f.item
       and h.source_key = substring(sha256(f.source_key || uuid_send(e.id)) for 16)
     where not exists (select 1 from fact n where n.enterprise_id = f.enterprise_id and n.supersedes = f.id)
       and not exists (select 1 from fact c where c.enterprise_id = e.successor_id and c.id = inherited_id(f.id, e.id))`,
    [batchId, knownAt],
  );
  return rowCount ?? 0;
}

/**
 * Revokes the copies of edges that were undone, as they stand: what a case of the successor corrected too. Copies of copies
 * follow by `inheritFacts`.
 */
export async function revokeUndone({ client }: BatchTx, { batchId, knownAt }: Under): Promise<number> {
  const { rowCount } = await client.query(
    `insert into fact (enterprise_id, id, item, item_version, provider_id, batch_id, source_key, op, supersedes, detail, known_at)
     select distinct on (c.enterprise_id, c.id)
            c.enterprise_id, gen_random_uuid(), c.item, c.item_version, c.provider_id, $1::uuid, c.source_key, 'revoke', c.id, c.detail, $2::timestamptz
     from ${undone}
     join fact f on f.enterprise_id = e.enterprise_id
     join current_fact c on c.enterprise_id = e.successor_id and c.item = f.item
       and c.source_key = substring(sha256(f.source_key || uuid_send(e.id)) for 16)`,
    [batchId, knownAt],
  );
  return rowCount ?? 0;
}

const undone = `enterprise_succession u
     join enterprise_succession e on u.kind = 'undo' and e.enterprise_id = u.enterprise_id and e.id = u.undoes`;

/**
 * What a case decided about a copy before the succession was undone was decided about the record: it holds for the firm's
 * own again, so that nothing that was repaired comes back into use. A correction gives way to a later one by the source.
 */
export async function keepDecided({ client }: BatchTx, { batchId, knownAt }: Under): Promise<number> {
  const said = (column: string) => `case when d.op = 'correct' then d.${column} end`;
  const { rowCount } = await client.query(
    `insert into fact (enterprise_id, id, item, item_version, provider_id, batch_id, source_key, op, supersedes, occurred_on,
                       precision, ended_on, amount_fen, quantity, category, detail, known_at)
     select h.enterprise_id, inherited_id(d.id, u.id), h.item, h.item_version, h.provider_id, $1, h.source_key, d.op, h.id,
            ${said('occurred_on')}, d.precision, ${said('ended_on')}, ${said('amount_fen')}, ${said('quantity')}, ${said('category')},
            case when d.op = 'correct' then h.detail end, $2
     from ${undone}
     join current_fact h on h.enterprise_id = e.enterprise_id
     join fact d on d.enterprise_id = e.successor_id and d.item = h.item and d.known_at <= u.known_at
       and d.source_key = substring(sha256(h.source_key || uuid_send(e.id)) for 16)
     join record_batch b on b.id = d.batch_id and b.mapping = 'amendment'
     where (d.op <> 'correct' or (h.known_at <= d.known_at
            and (d.occurred_on, d.ended_on, d.amount_fen, d.quantity, d.category)
                is distinct from (h.occurred_on, h.ended_on, h.amount_fen, h.quantity, h.category)))
       and not exists (select 1 from fact s join record_batch sb on sb.id = s.batch_id and sb.mapping = 'amendment'
                       where s.enterprise_id = d.enterprise_id and s.supersedes = d.id)
       and not exists (select 1 from fact c where c.enterprise_id = h.enterprise_id and c.id = inherited_id(d.id, u.id))`,
    [batchId, knownAt],
  );
  return rowCount ?? 0;
}

/** The batch that names a succession, and not a delivery, as the source of rows. */
export const addInheritance = ({ client }: BatchTx, { batchId, knownAt }: Under, rows: number) =>
  client.query(
    `insert into record_batch (id, provider_id, mapping, item, file_name, file_hash, file_bytes, state, rows_read, rows_accepted,
                               received_at, finished_at)
     select $1, id, 'succession/edges', null, 'enterprise_succession', '', 0, 'accepted', $3, $3, $2, $2
     from institution where kind = 'provider' and code = 'market-regulation'`,
    [batchId, knownAt, rows],
  );

/** A firm that was absorbed or divided is gone from the register; one whose dissolution was undone is back. */
export async function followStatus({ client }: BatchTx): Promise<number> {
  const { rowCount } = await client.query(
    `with dissolved as (
       select distinct e.enterprise_id from standing_succession e where e.kind in ('merge', 'split')),
     restored as (
       select distinct u.enterprise_id from enterprise_succession u
       join enterprise_succession e on e.enterprise_id = u.enterprise_id and e.id = u.undoes and e.kind in ('merge', 'split')
       where not exists (select 1 from dissolved d where d.enterprise_id = u.enterprise_id))
     update enterprise e set status = case when d.enterprise_id is null then 'active' else 'cancelled' end
     from (select enterprise_id from dissolved union select enterprise_id from restored) t
     left join dissolved d on d.enterprise_id = t.enterprise_id
     where e.id = t.enterprise_id and e.status <> case when d.enterprise_id is null then 'active' else 'cancelled' end`,
  );
  return rowCount ?? 0;
}

export type EndedConsent = {
  readonly id: string;
  readonly enterpriseId: string;
  readonly institutionId: string | null;
  /** The natural person whose own consent it was; null of the firm's. */
  readonly personId: string | null;
  readonly purpose: string;
  readonly hash: string;
  readonly firm: string;
};

/** Consents of dissolved firms, and of the people behind them, end with the firm; none passes to a successor. */
export async function endConsents({ client }: BatchTx, at: Date): Promise<EndedConsent[]> {
  const ended = (table: 'consent' | 'person_consent', person: string) =>
    client.query<EndedConsent>(
      `update ${table} c set revoked_at = $1
       from (select distinct enterprise_id from standing_succession where kind in ('merge', 'split')) gone, enterprise e
       where c.enterprise_id = gone.enterprise_id and e.id = c.enterprise_id and c.revoked_at is null and c.valid_to > $1
       returning c.id, c.enterprise_id as "enterpriseId", c.institution_id as "institutionId", ${person} as "personId",
                 c.purpose, c.hash, e.name as firm`,
      [at],
    );
  const ofFirms = await ended('consent', 'null');
  return [...ofFirms.rows, ...(await ended('person_consent', 'c.person_id')).rows];
}

/** The recipient is told to stop and to delete, by a day, unless it was told before that its retention is over. */
export const tellConsentEnded = (
  { client }: BatchTx,
  consent: EndedConsent,
  { at, dueOn }: { readonly at: Date; readonly dueOn: string },
) =>
  client.query(
    `with told as (
       insert into consent_acknowledgement (enterprise_id, consent_id, step, institution_id, at, due_on, user_name)
       values ($1, $2, 'notified', $3, $4, $5, $6) on conflict do nothing returning 1)
     insert into notification (id, institution_id, kind, params, href, created_at)
     select gen_random_uuid(), $3::uuid, $9::text,
            jsonb_build_object('firm', $6::text, 'purpose', $7::text, 'at', $8::text, 'dueOn', $5::text), '/bank/withdrawals', $4
     from told`,
    [
      ...[consent.enterpriseId, consent.id, consent.institutionId, at, dueOn, consent.firm],
      ...[consent.purpose, at.toISOString()],
      consent.personId ? 'privacy.person-ended' : 'consent.withdrawn',
    ],
  );
