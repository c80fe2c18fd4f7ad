import type { Reader } from '~/server/db/client.ts';

/** How many rows break an invariant, and what the first is called. */
export type Broken = { readonly n: bigint; readonly first: string | null };

type Check = (tx: Reader) => PromiseLike<Broken[]>;

/** Every transaction has its postings, at least two, that sum to zero; every posting has its transaction. */
const balanced: Check = (tx) => tx.$queryRaw`
  select count(*) as n, min(id)::text as first from (
    select coalesce(t.id, p.transaction_id) as id
    from ledger_transaction t
    full join (select transaction_id, count(*) as n, max(seq) as last, sum(amount_fen) as rest
               from ledger_posting group by 1) p on p.transaction_id = t.id
    where t.id is null or p.n is distinct from t.postings or p.last <> t.postings or p.rest <> 0) wrong`;

/** What a transaction says is what was sealed when it was booked: nothing was edited since. */
const sealed: Check = (tx) => tx.$queryRaw`
  select count(*) as n, min(t.id)::text as first
  from ledger_transaction t
  left join (select transaction_id,
                    array_agg(account_id order by seq) filter (where seq % 2 = 1) as sources,
                    array_agg(account_id order by seq) filter (where seq % 2 = 0) as targets,
                    array_agg(amount_fen order by seq) filter (where seq % 2 = 0) as amounts
             from ledger_posting group by 1) p on p.transaction_id = t.id
  where t.seal is distinct from ledger_seal(t.key, t.request_hash, t.kind, t.effective_on, t.booked_at, t.enterprise_id,
    t.institution_id, t.loan_id, t.reference_kind, t.reference_id, t.hold_id, t.reverses, t.memo, t.recorded_by,
    p.sources, p.targets, p.amounts)`;

/** A posting has an account, and carries its owner and its transaction's day. */
const placed: Check = (tx) => tx.$queryRaw`
  select count(*) as n, min(p.transaction_id)::text as first
  from ledger_posting p
  left join ledger_account a on a.id = p.account_id
  left join ledger_transaction t on t.id = p.transaction_id
  where a.id is null or t.effective_on is distinct from p.effective_on
     or (a.enterprise_id, a.institution_id) is distinct from (p.enterprise_id, p.institution_id)`;

/** A key stands for one request: once among the transactions, once among the holds. */
const keysOnce: Check = (tx) => tx.$queryRaw`
  select count(*) as n, min(key) as first from (
    select key from ledger_transaction group by key having count(*) > 1 or min(request_hash) !~ '^[0-9a-f]{64}$'
    union all
    select key from ledger_hold group by key having count(*) > 1 or min(request_hash) !~ '^[0-9a-f]{64}$') wrong`;

/** A hold that was paid has one transaction within what was held, between the accounts that it names; no other has one. */
const holdsEnd: Check = (tx) => tx.$queryRaw`
  select count(*) as n, min(id::text) as first from (
    select coalesce(h.id, e.hold_id, t.hold_id) as id
    from ledger_hold h
    full join ledger_hold_end e on e.hold_id = h.id
    full join (select id, hold_id from ledger_transaction where hold_id is not null) t on t.hold_id = coalesce(h.id, e.hold_id)
    left join lateral (select array_agg(account_id order by seq) filter (where seq % 2 = 1) as sources,
                              array_agg(account_id order by seq) filter (where seq % 2 = 0) as targets,
                              array_agg(amount_fen order by seq) filter (where seq % 2 = 0) as amounts
                       from ledger_posting where transaction_id = t.id) p on true
    where h.id is null or e.transaction_id is distinct from t.id
       or (t.id is not null and (p.sources is distinct from h.from_accounts or p.targets is distinct from h.to_accounts
           or exists (select 1 from unnest(p.amounts, h.amounts_fen) u (paid, held) where paid > held)))) wrong`;

/** A hold uses up what it charges while it is pending, nothing after it was given back, and what was paid once it was. */
const holdsCharge: Check = (tx) => tx.$queryRaw`
  with charged as (
    select h.id, c.scope, sum(case when e.outcome is null then c.fen
                                   when e.outcome <> 'posted' then 0
                                   when c.fen = held.fen then paid.fen
                                   else c.fen end) as fen
    from ledger_hold h
    left join ledger_hold_end e on e.hold_id = h.id
    cross join lateral unnest(h.scopes, h.charges_fen) c (scope, fen)
    cross join lateral (select sum(f) as fen from unnest(h.amounts_fen) f) held
    left join lateral (select sum(amount_fen) filter (where amount_fen > 0) as fen
                       from ledger_posting where transaction_id = e.transaction_id) paid on true
    group by h.id, c.scope
  ), used as (
    select hold_id as id, scope, sum(amount_fen) as fen from ledger_use where hold_id is not null group by 1, 2
  )
  select count(*) as n, min(coalesce(c.id, u.id)::text) as first
  from charged c full join used u on u.id = c.id and u.scope = c.scope
  where coalesce(c.fen, 0) <> coalesce(u.fen, 0)`;

/** The running totals of accounts with a floor are the sums of their postings and pending holds; nobody else has one. */
const totals: Check = (tx) => tx.$queryRaw`
  select count(*) as n, min(coalesce(a.code, t.account_id::text)) as first
  from ledger_total t
  full join (select * from ledger_account where floor_fen is not null) a on a.id = t.account_id
  left join (select account_id, sum(amount_fen) as fen from ledger_posting group by 1) p on p.account_id = t.account_id
  left join (select u.source as account_id, sum(u.fen) as fen
             from ledger_hold h cross join lateral unnest(h.from_accounts, h.amounts_fen) u (source, fen)
             where not exists (select 1 from ledger_hold_end e where e.hold_id = h.id) group by 1) w on w.account_id = t.account_id
  where a.id is null or t.account_id is null or t.floor_fen <> a.floor_fen or t.posted_fen <> coalesce(p.fen, 0) or t.held_fen <> coalesce(w.fen, 0)`;

/** What is paid out and held together never exceeds what an account with a floor holds. */
const floors: Check = (tx) => tx.$queryRaw`
  select count(*) as n, min(a.code) as first
  from ledger_account a join ledger_total t on t.account_id = a.id
  where t.posted_fen - t.held_fen < a.floor_fen`;

/**
 * What is used of a limit is the sum of its uses, its ceiling is the last that was set, and no use ever went beyond the
 * ceiling of its moment: changes and uses are numbered in one order. What one transaction charges to a limit counts as a whole.
 */
const limits: Check = (tx) => tx.$queryRaw`
  with steps as (
    select scope, id, amount_fen, transaction_id, null::bigint as ceiling_fen, false as sets from ledger_use
    union all select scope, id, 0, null, ceiling_fen, true from ledger_limit_change
  ), eras as (
    select *, count(*) filter (where sets) over (partition by scope order by id) as era,
           sum(amount_fen) over (partition by scope order by id) as used_fen,
           lead(transaction_id) over (partition by scope order by id) is not distinct from transaction_id
             and transaction_id is not null as goes_on,
           case when transaction_id is null then amount_fen
                else sum(amount_fen) over (partition by scope, transaction_id) end as net_fen
    from steps
  ), kept as (
    select *, first_value(ceiling_fen) over (partition by scope, era order by id) as ceiling_then,
           row_number() over (partition by scope order by id desc) as from_end
    from eras
  )
  select count(*) as n, min(coalesce(l.scope, k.scope)) as first
  from kept k full join ledger_limit l on l.scope = k.scope
  where l.scope is null or k.scope is null
     or (k.net_fen > 0 and not k.goes_on and (k.era = 0 or k.used_fen > k.ceiling_then))
     or (k.from_end = 1 and (k.used_fen <> l.used_fen or k.ceiling_then is distinct from l.ceiling_fen))`;

/** A reversal is the exact mirror image of one transaction, which nothing else reverses. */
const reversals: Check = (tx) => tx.$queryRaw`
  select count(*) as n, min(r.id)::text as first
  from ledger_transaction r
  left join ledger_transaction o on o.id = r.reverses
  where r.reverses is not null and (
    o.id is null or o.reverses is not null or r.effective_on < o.effective_on
    or exists (select 1 from ledger_transaction t where t.reverses = r.reverses and t.id <> r.id)
    or exists (select account_id from ledger_posting where transaction_id in (r.id, o.id)
               group by account_id having sum(amount_fen) <> 0))`;

/** A closed period holds what it held when it was closed. */
const periods: Check = (tx) => tx.$queryRaw`
  select count(*) as n, min(ends_on)::text as first
  from (select ends_on, transactions, turnover_fen, digest, closed_at,
               lag(ends_on, 1, '-infinity'::date) over (order by ends_on) as after from ledger_period) p
  where p.digest <> ledger_digest(p.after, p.ends_on)
     or p.transactions <> (select count(*) from ledger_transaction t
                           where t.effective_on > p.after and t.effective_on <= p.ends_on)
     or p.turnover_fen <> (select coalesce(sum(amount_fen) filter (where amount_fen > 0), 0) from ledger_posting t
                           where t.effective_on > p.after and t.effective_on <= p.ends_on)`;

/** The working roles cannot write a row themselves, and the triggers that keep the rows are on. */
const guarded: Check = (tx) => tx.$queryRaw`
  select count(*) as n, min(what) as first from (
    select c.relname || ' ' || r.rolname as what
    from pg_class c cross join pg_roles r
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and c.relname like 'ledger\\_%'
      and r.rolname in ('xinqiao_app', 'xinqiao_batch')
      and has_table_privilege(r.oid, c.oid, 'insert, update, delete, truncate')
    union all
    select t.relname || ' ' || w.trigger
    from unnest(array['ledger_account', 'ledger_transaction', 'ledger_posting', 'ledger_hold', 'ledger_hold_end',
                      'ledger_limit_change', 'ledger_use', 'ledger_period']) t (relname)
    cross join (values ('append_only'), ('keep_all')) w (trigger)
    where not exists (select 1 from pg_trigger g where g.tgrelid = t.relname::regclass and g.tgname = w.trigger
                      and g.tgenabled = 'O')
    union all
    select t.relname || ' balanced' from unnest(array['ledger_transaction', 'ledger_posting']) t (relname)
    where not exists (select 1 from pg_trigger g where g.tgrelid = t.relname::regclass and g.tgname = 'balanced'
                      and g.tgenabled = 'O')) open`;

/** Every invariant of the ledger, proved from the rows. */
export const ledgerChecks = {
  balanced,
  sealed,
  placed,
  keysOnce,
  holdsEnd,
  holdsCharge,
  totals,
  floors,
  limits,
  reversals,
  periods,
  guarded,
} as const;

export type LedgerCheck = keyof typeof ledgerChecks;

export type LedgerSizes = {
  readonly transactions: number;
  readonly postings: number;
  readonly accounts: number;
  readonly holds: number;
};

export async function ledgerSizes(tx: Reader): Promise<LedgerSizes> {
  const [row] = await tx.$queryRaw<LedgerSizes[]>`
    select (select count(*) from ledger_transaction)::int as transactions,
           (select count(*) from ledger_posting)::int as postings,
           (select count(*) from ledger_account)::int as accounts,
           (select count(*) from ledger_hold)::int as holds`;
  if (!row) throw new Error('no counts');
  return row;
}
