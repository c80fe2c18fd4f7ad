-- The ledger, faster: a transaction and its postings are one statement, whose triggers check it as a whole; a transfer of one
-- leg without limits, which nearly all are, takes a short way; a batch is made ready before it takes its locks.

-- Balance, at the end of the statement: what is added is balanced within each transaction and complete, so that a
-- transaction never grows, and no transaction is without its postings. Nothing is left to be found at commit.
create or replace function ledger_check_added() returns trigger language plpgsql as $$
declare first bigint; last bigint; n bigint; least bigint; most bigint; rest numeric; postings bigint; wrong bigint;
begin
  -- One transaction, as nearly always: found sound at a glance, or looked at like many.
  select min(a.transaction_id), max(a.transaction_id), count(*), min(a.seq), max(a.seq), sum(a.amount_fen),
         (select t.postings from ledger_transaction t where t.id = min(a.transaction_id))
    into first, last, n, least, most, rest, postings from added a;
  if first = last and rest = 0 and least = 1 and most = n and n = postings then return null; end if;
  select p.transaction_id into wrong
  from (select a.transaction_id, count(*) as n, min(a.seq) as least, max(a.seq) as most, sum(a.amount_fen) as rest
        from added a group by 1) p
  left join lateral (select t.postings from ledger_transaction t where t.id = p.transaction_id offset 0) t on true
  where t.postings is null or p.rest <> 0 or p.least <> 1 or p.most <> p.n or p.n <> t.postings
  limit 1;
  if found then
    raise exception 'ledger transaction % is not balanced', wrong using errcode = 'XQ002';
  end if;
  return null;
end $$;
-- Implied by it: amounts are not zero and sum to zero, so there are at least two, numbered from one.
alter table ledger_transaction drop constraint ledger_transaction_postings;
alter table ledger_posting drop constraint ledger_posting_seq;

drop trigger balanced on ledger_transaction;
create or replace function ledger_check_complete() returns trigger language plpgsql as $$
declare wrong bigint;
begin
  select t.id into wrong from added t
  where not exists (select from ledger_posting p where p.transaction_id = t.id and p.seq = 1 offset 0) limit 1;
  if found then
    raise exception 'ledger transaction % is not balanced', wrong using errcode = 'XQ002';
  end if;
  return null;
end $$;
create trigger balanced after insert on ledger_transaction referencing new table as added
  for each statement execute function ledger_check_complete();

-- A posting of a day that is closed, looked up by the latest period.
create or replace function ledger_closed_through() returns date language sql stable as $$
  select coalesce((select ends_on from ledger_period order by ends_on desc limit 1), '-infinity') $$;

-- Writes one transaction with its postings and totals, all checks being done; null when the key came in meanwhile, 0 when
-- an account does not exist.
create or replace function ledger_write(
  p_key text, p_hash text, p_kind text, p_effective date, p_booked timestamptz,
  p_from uuid[], p_to uuid[], p_amounts bigint[], p_about jsonb, p_hold uuid, p_reverses bigint
) returns bigint language plpgsql as $$
declare
  made bigint; account ledger_account; accounts uuid[]; fens bigint[]; enterprises uuid[]; institutions uuid[];
  enterprise uuid := p_about ->> 'enterpriseId'; institution uuid := p_about ->> 'institutionId';
  loan uuid := p_about ->> 'loanId'; reference uuid := p_about ->> 'referenceId'; recorder uuid := p_about ->> 'recordedBy';
begin
  for n in 1 .. cardinality(p_from) loop
    accounts := accounts || p_from[n] || p_to[n];
    fens := fens || -p_amounts[n] || p_amounts[n];
  end loop;
  for n in 1 .. cardinality(accounts) loop
    select * into account from ledger_account where id = accounts[n];
    if not found then return 0; end if;
    enterprises := enterprises || account.enterprise_id;
    institutions := institutions || account.institution_id;
  end loop;
  with written as (
    insert into ledger_transaction (key, request_hash, kind, effective_on, booked_at, postings, parties, enterprise_id,
      institution_id, loan_id, reference_kind, reference_id, hold_id, reverses, memo, recorded_by, seal)
    values (p_key, p_hash, p_kind, p_effective, p_booked, cardinality(accounts),
      array_remove(enterprises || institutions || enterprise || institution, null), enterprise, institution, loan,
      p_about ->> 'referenceKind', reference, p_hold, p_reverses, p_about ->> 'memo', recorder,
      ledger_seal(p_key, p_hash, p_kind, p_effective, p_booked::timestamptz(3), enterprise, institution, loan,
        p_about ->> 'referenceKind', reference, p_hold, p_reverses, p_about ->> 'memo', recorder, p_from, p_to, p_amounts))
    on conflict (key) do nothing returning id
  ), lines as (
    insert into ledger_posting (transaction_id, seq, account_id, amount_fen, effective_on, enterprise_id, institution_id)
    select w.id, n, u.account_id, u.fen, p_effective, u.enterprise, u.institution
    from written w, unnest(accounts, fens, enterprises, institutions)
      with ordinality u (account_id, fen, enterprise, institution, n)
  )
  select w.id into made from written w;
  if made is null then return null; end if;
  for n in 1 .. cardinality(accounts) loop
    update ledger_total set posted_fen = posted_fen + fens[n] where account_id = accounts[n];
  end loop;
  return made;
end $$;

-- Takes a leg back out of the running totals, which its transaction has locked.
create function ledger_move_back(p_source uuid, p_target uuid, p_fen bigint) returns void language sql as $$
  update ledger_total set posted_fen = posted_fen + case account_id when p_source then p_fen else -p_fen end
  where account_id in (p_source, p_target) $$;

-- Posts a transaction of any legs, charging limits or giving room back.
create function ledger_post_legs(
  p_key text, p_hash text, p_kind text, p_effective date, p_booked timestamptz,
  p_from uuid[], p_to uuid[], p_amounts bigint[], p_scopes text[], p_charges bigint[], p_about jsonb
) returns jsonb language plpgsql set plan_cache_mode = force_generic_plan as $$
declare answer jsonb; short jsonb; made bigint;
begin
  short := ledger_lock_accounts(p_from, p_to, p_amounts);
  if cardinality(p_scopes) > 0 then perform ledger_lock_limits(p_scopes); end if;
  answer := coalesce(ledger_earlier(p_key, p_hash), ledger_unknown_account(p_from || p_to));
  if answer is not null then return answer; end if;
  if p_effective <= ledger_closed_through() then
    return ledger_refuse('period-closed', 'effectiveOn', p_effective::text, 'closedThrough', ledger_closed_through()::text);
  end if;
  if short is not null then return short; end if;
  if cardinality(p_scopes) > 0 then
    answer := ledger_full_limit(p_scopes, p_charges);
    if answer is not null then return answer; end if;
  end if;
  made := ledger_write(p_key, p_hash, p_kind, p_effective, p_booked, p_from, p_to, p_amounts, p_about, null, null);
  if made is null then return ledger_earlier(p_key, p_hash); end if;
  if cardinality(p_scopes) > 0 then perform ledger_charge(p_scopes, p_charges, null, made); end if;
  return ledger_done(made);
end $$;

-- Posts a transaction. One leg that uses up no limit goes the short way: the totals are moved first, which locks them, and
-- moved back when it comes to nothing. `ledger_post_legs` answers the same of every request.
create or replace function ledger_post(
  p_key text, p_hash text, p_kind text, p_effective date, p_booked timestamptz,
  p_from uuid[], p_to uuid[], p_amounts bigint[], p_scopes text[], p_charges bigint[], p_about jsonb
) returns jsonb language plpgsql security definer
set search_path = public, pg_temp as $$
declare
  made bigint; room bigint; closed boolean; source uuid := p_from[1]; target uuid := p_to[1]; fen bigint := p_amounts[1];
  source_floor bigint; source_enterprise uuid; source_institution uuid;
  target_floor bigint; target_enterprise uuid; target_institution uuid;
  enterprise uuid := p_about ->> 'enterpriseId'; institution uuid := p_about ->> 'institutionId';
  loan uuid := p_about ->> 'loanId'; reference uuid := p_about ->> 'referenceId'; recorder uuid := p_about ->> 'recordedBy';
begin
  if session_user = 'xinqiao_app' and not actor_reaches_any() then return ledger_refuse('not-allowed'); end if;
  if pg_advisory_xact_lock_shared(20261127, 5) is null then return null; end if; -- as ledger_enter, but in an expression
  if cardinality(p_from) <> 1 or cardinality(p_scopes) > 0 then
    return ledger_post_legs(p_key, p_hash, p_kind, p_effective, p_booked, p_from, p_to, p_amounts, p_scopes, p_charges, p_about);
  end if;
  select s.enterprise_id, s.institution_id, s.floor_fen, t.enterprise_id, t.institution_id, t.floor_fen,
         exists (select from ledger_period where ends_on >= p_effective)
    into source_enterprise, source_institution, source_floor, target_enterprise, target_institution, target_floor, closed
    from ledger_account s, ledger_account t where s.id = source and t.id = target;
  if not found then return coalesce(ledger_earlier(p_key, p_hash), ledger_unknown_account(p_from || p_to)); end if;
  if closed then
    return coalesce(ledger_earlier(p_key, p_hash), ledger_refuse('period-closed', 'effectiveOn', p_effective::text,
      'closedThrough', ledger_closed_through()::text));
  end if;
  if target_floor is not null and target < source then
    update ledger_total set posted_fen = posted_fen + fen where account_id = target;
  end if;
  if source_floor is not null then
    update ledger_total set posted_fen = posted_fen - fen where account_id = source
      returning posted_fen - held_fen - floor_fen into room;
  end if;
  if target_floor is not null and target > source then
    update ledger_total set posted_fen = posted_fen + fen where account_id = target;
  end if;
  if room < 0 then
    perform ledger_move_back(source, target, fen);
    return coalesce(ledger_earlier(p_key, p_hash), ledger_refuse('account-short', 'account',
      (select code from ledger_account where id = source), 'availableFen', (room + fen)::text, 'missingFen', (-room)::text));
  end if;
  with written as (
    insert into ledger_transaction (key, request_hash, kind, effective_on, booked_at, postings, parties, enterprise_id,
      institution_id, loan_id, reference_kind, reference_id, memo, recorded_by, seal)
    values (p_key, p_hash, p_kind, p_effective, p_booked, 2,
      array_remove(array[source_enterprise, target_enterprise, source_institution, target_institution, enterprise, institution], null),
      enterprise, institution, loan, p_about ->> 'referenceKind', reference, p_about ->> 'memo', recorder,
      ledger_seal(p_key, p_hash, p_kind, p_effective, p_booked::timestamptz(3), enterprise, institution, loan,
        p_about ->> 'referenceKind', reference, null, null, p_about ->> 'memo', recorder, p_from, p_to, p_amounts))
    on conflict (key) do nothing returning id
  ), lines as (
    insert into ledger_posting (transaction_id, seq, account_id, amount_fen, effective_on, enterprise_id, institution_id)
    select w.id, l.seq, l.account_id, l.fen, p_effective, l.enterprise, l.institution
    from written w, (values (1, source, -fen, source_enterprise, source_institution),
                            (2, target, fen, target_enterprise, target_institution)) l (seq, account_id, fen, enterprise, institution)
  )
  select w.id into made from written w;
  if made is not null then return jsonb_build_object('ok', true, 'transactionId', made::text, 'repeated', false); end if;
  perform ledger_move_back(source, target, fen);
  return ledger_earlier(p_key, p_hash);
end $$;

-- Posts many transfers of one leg each, all or none, by sets. What does not depend on others is made before the totals are
-- locked, so that batches of several sessions wait for each other only while they write.
create or replace function ledger_post_batch(
  p_keys text[], p_hashes text[], p_kinds text[], p_effective date[], p_booked timestamptz,
  p_from uuid[], p_to uuid[], p_amounts bigint[], p_about jsonb[]
) returns jsonb language plpgsql security definer
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
-- Rows are found by their keys whatever the planner believes about a table that grew a moment ago.
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare transactions ledger_transaction[]; sources ledger_posting[]; targets ledger_posting[]; unknown text;
begin
  if not ledger_may_write() then return ledger_refuse('not-allowed'); end if;
  perform ledger_enter();
  select array_agg(row(u.id, u.key, u.hash, u.kind, u.day, p_booked::timestamptz(3), 2,
             array_remove(array[a.enterprise, a.institution, f.enterprise_id, f.institution_id, t.enterprise_id, t.institution_id], null),
             a.enterprise, a.institution, a.loan, u.about ->> 'referenceKind', a.reference, null, null, u.about ->> 'memo', a.recorder,
             ledger_seal(u.key, u.hash, u.kind, u.day, p_booked::timestamptz(3), a.enterprise, a.institution, a.loan,
               u.about ->> 'referenceKind', a.reference, null, null, u.about ->> 'memo', a.recorder,
               array[u.source], array[u.target], array[u.fen]))::ledger_transaction order by u.n),
         array_agg(row(u.id, 1, u.source, -u.fen, u.day, f.enterprise_id, f.institution_id)::ledger_posting order by u.n),
         array_agg(row(u.id, 2, u.target, u.fen, u.day, t.enterprise_id, t.institution_id)::ledger_posting order by u.n),
         min(case when f.id is null then u.source else u.target end::text) filter (where f.id is null or t.id is null)
    into transactions, sources, targets, unknown
    from (select nextval('ledger_transaction_id_seq') as id, * from unnest(p_keys, p_hashes, p_kinds, p_effective, p_from, p_to, p_amounts, p_about)
            with ordinality v (key, hash, kind, day, source, target, fen, about, n)) u
    cross join lateral (
      select (u.about ->> 'enterpriseId')::uuid as enterprise, (u.about ->> 'institutionId')::uuid as institution,
             (u.about ->> 'loanId')::uuid as loan, (u.about ->> 'referenceId')::uuid as reference,
             (u.about ->> 'recordedBy')::uuid as recorder offset 0) a
    left join lateral (select id, enterprise_id, institution_id from ledger_account where id = u.source offset 0) f on true
    left join lateral (select id, enterprise_id, institution_id from ledger_account where id = u.target offset 0) t on true;
  perform 1 from ledger_total where account_id = any (p_from || p_to) order by account_id for no key update;
  loop
    begin
      return ledger_write_batch(transactions, sources, targets, unknown);
    exception when unique_violation then -- another session brought one of the keys in this very moment: look again
    end;
  end loop;
end $$;

drop function ledger_write_batch(text[], text[], text[], date[], timestamptz, uuid[], uuid[], bigint[], jsonb[]);

-- Writes of a batch what is new; the totals of its accounts are locked.
create function ledger_write_batch(
  transactions ledger_transaction[], sources ledger_posting[], targets ledger_posting[], unknown text
) returns jsonb language plpgsql as $$
declare answer jsonb; fresh integer[]; reused text; first_day date; asked integer := cardinality(transactions);
begin
  select array_agg(n order by n) filter (where t.key is null), min(u.key) filter (where t.request_hash <> u.request_hash)
    into fresh, reused
    from (select key, request_hash, ordinality as n from unnest(transactions) with ordinality) u
    left join lateral (select key, request_hash from ledger_transaction where key = u.key offset 0) t on true;
  if reused is not null then return ledger_refuse('key-reused', 'key', reused); end if;
  if fresh is null then return jsonb_build_object('ok', true, 'posted', 0, 'repeated', asked); end if;
  if cardinality(fresh) < asked then
    select array_agg(transactions[n]), array_agg(sources[n]), array_agg(targets[n])
      into transactions, sources, targets from unnest(fresh) n;
  end if;
  select min(effective_on) into first_day from unnest(transactions);
  if first_day <= ledger_closed_through() then
    return ledger_refuse('period-closed', 'effectiveOn', first_day::text, 'closedThrough', ledger_closed_through()::text);
  end if;
  if unknown is not null then return ledger_refuse('account-unknown', 'account', unknown); end if;
  answer := ledger_move_totals(sources || targets);
  if answer is not null then return answer; end if;
  with written as (insert into ledger_transaction select * from unnest(transactions))
  insert into ledger_posting select * from unnest(sources) union all select * from unnest(targets);
  return jsonb_build_object('ok', true, 'posted', cardinality(fresh), 'repeated', asked - cardinality(fresh));
end $$;

-- Moves the totals of a batch, or says of the first account that could not bear it as a whole how much it lacks; an account
-- that gains is never asked.
create function ledger_move_totals(p_lines ledger_posting[]) returns jsonb language plpgsql as $$
declare short jsonb; accounts uuid[]; fens bigint[];
begin
  select array_agg(net.account_id), array_agg(net.fen),
         min(ledger_refuse('account-short', 'account', a.code, 'availableFen', net.room::text, 'missingFen', (-net.room - net.fen)::text)::text)
           filter (where net.fen < 0 and net.room + net.fen < 0)::jsonb
    into accounts, fens, short
    from (select l.account_id, l.fen, posted_fen - held_fen - floor_fen as room
          from (select account_id, sum(amount_fen)::bigint as fen from unnest(p_lines) group by account_id) l
          join ledger_total t on t.account_id = l.account_id) net
    left join ledger_account a on net.room + net.fen < 0 and a.id = net.account_id;
  if short is null then
    update ledger_total t set posted_fen = posted_fen + u.fen from unnest(accounts, fens) u (account_id, fen)
      where t.account_id = u.account_id;
  end if;
  return short;
end $$;

drop function ledger_short_of_batch(uuid[], uuid[], bigint[]);
drop function ledger_net(uuid[], uuid[], bigint[]);

-- The writers within are called by the named ones alone.
do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p where p.pronamespace = 'public'::regnamespace
           and p.proname in ('ledger_move_back', 'ledger_post_legs', 'ledger_write_batch', 'ledger_move_totals') loop
    execute format('revoke all on function %s from public', f);
  end loop;
end $$;

-- Accounts of institutions within a pool were named after the pool alone: they say whose they are. A name is not sealed.
alter table ledger_account disable trigger append_only;
update ledger_account a set name_zh = i.name_zh || '（' || a.name_zh || '）', name_en = i.name_en || ' (' || a.name_en || ')'
  from institution i where a.kind in ('bank', 'guarantor', 'insurer') and a.scheme_code is not null
    and a.code = a.kind || ':' || a.scheme_code || ':' || i.id;
alter table ledger_account enable trigger append_only;
