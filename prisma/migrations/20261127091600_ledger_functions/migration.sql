-- The writers of the ledger. Each is one round trip, takes its locks in one serial order — the period, then accounts by
-- id, then limits by name — and answers {"ok": true, …} or {"ok": false, "code": …, …} having written nothing.
-- Amounts travel as text, since a JSON number is not exact.

-- Money moves only by the platform's hand; the batch role is the platform's.
create function ledger_may_write() returns boolean language sql stable as
  $$ select session_user <> 'xinqiao_app' or actor_reaches_any() $$;

-- Setting money aside is open to the institution that the hold concerns as well: it claims.
create function ledger_may_hold(p_institution uuid) returns boolean language sql stable as
  $$ select ledger_may_write() or p_institution = actor_institution() $$;

create function ledger_refuse(p_code text, variadic p_facts text[] default '{}') returns jsonb language sql immutable as
  $$ select jsonb_build_object('ok', false, 'code', 'ledger.' || p_code) || jsonb_object(p_facts) $$;

-- While a period is being closed nothing is posted, and the other way round.
create function ledger_enter() returns void language sql as $$ select pg_advisory_xact_lock_shared(20261127, 5) $$;

create function ledger_closed_through() returns date language sql stable as
  $$ select coalesce(max(ends_on), '-infinity') from ledger_period $$;

-- The answer to a key that was used before: the first result, or a refusal when it asked for something else.
create function ledger_earlier(p_key text, p_hash text) returns jsonb language plpgsql stable as $$
declare earlier ledger_transaction;
begin
  select * into earlier from ledger_transaction where key = p_key;
  if not found then return null; end if;
  if earlier.request_hash <> p_hash then return ledger_refuse('key-reused', 'key', p_key); end if;
  return jsonb_build_object('ok', true, 'transactionId', earlier.id::text, 'repeated', true);
end $$;

-- Locks the totals of the accounts that have a floor, and says of the first that could not bear the legs how much it lacks;
-- an account that gains is never asked.
create function ledger_lock_accounts(p_from uuid[], p_to uuid[], p_amounts bigint[]) returns jsonb language plpgsql as $$
declare account record; net bigint; short jsonb;
begin
  for account in
    select account_id as id, posted_fen - held_fen - floor_fen as room from ledger_total
    where account_id = any (p_from || p_to) order by account_id for no key update
  loop
    net := 0;
    for n in 1 .. cardinality(p_from) loop
      if p_from[n] = account.id then net := net - p_amounts[n]; end if;
      if p_to[n] = account.id then net := net + p_amounts[n]; end if;
    end loop;
    if short is null and net < 0 and account.room + net < 0 then
      short := ledger_refuse('account-short', 'account', (select code from ledger_account where id = account.id),
                             'availableFen', account.room::text, 'missingFen', (-account.room - net)::text);
    end if;
  end loop;
  return short;
end $$;

create function ledger_lock_limits(p_scopes text[]) returns void language sql as $$
  select 1 from ledger_limit where scope = any (p_scopes) order by scope for no key update $$;

-- The first limit that could not bear the charges, or that nobody ever set; giving room back is never refused.
create function ledger_full_limit(p_scopes text[], p_charges bigint[]) returns jsonb language sql stable as $$
  select case when l.scope is null then ledger_refuse('limit-unknown', 'scope', c.scope)
              else ledger_refuse('limit-reached', 'scope', c.scope, 'ceilingFen', l.ceiling_fen::text,
                                 'leftFen', greatest(l.ceiling_fen - l.used_fen, 0)::text) end
  from (select scope, sum(fen) as fen from unnest(p_scopes, p_charges) u (scope, fen) group by scope) c
  left join ledger_limit l using (scope)
  where l.scope is null or (c.fen > 0 and l.used_fen + c.fen > l.ceiling_fen)
  order by c.scope limit 1 $$;

create function ledger_unknown_account(p_accounts uuid[]) returns jsonb language sql stable as $$
  select ledger_refuse('account-unknown', 'account', u.id::text)
  from unnest(p_accounts) u (id) where not exists (select 1 from ledger_account a where a.id = u.id) limit 1 $$;

-- Moves the used sums of limits and notes why.
create function ledger_charge(p_scopes text[], p_charges bigint[], p_hold uuid, p_transaction bigint) returns void
language plpgsql as $$
begin
  if cardinality(p_scopes) = 0 then return; end if;
  insert into ledger_use (scope, amount_fen, hold_id, transaction_id)
    select scope, fen, p_hold, p_transaction from unnest(p_scopes, p_charges) u (scope, fen) where fen <> 0;
  update ledger_limit l set used_fen = used_fen + c.fen
    from (select scope, sum(fen) as fen from unnest(p_scopes, p_charges) u (scope, fen) group by scope) c
    where l.scope = c.scope and c.fen <> 0;
end $$;

-- Everybody a movement belongs to: the owners of its accounts and whom it is about.
create function ledger_parties(p_accounts uuid[], p_about jsonb) returns uuid[] language plpgsql stable as $$
declare owner record; parties uuid[] := array[(p_about ->> 'enterpriseId')::uuid, (p_about ->> 'institutionId')::uuid];
begin
  for owner in select enterprise_id, institution_id from ledger_account where id = any (p_accounts) loop
    parties := parties || array[owner.enterprise_id, owner.institution_id];
  end loop;
  return array_remove(parties, null);
end $$;

-- Writes one transaction with its postings and totals, all checks being done; null when the key came in meanwhile, 0 when
-- an account does not exist.
create function ledger_write(
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
  insert into ledger_transaction (key, request_hash, kind, effective_on, booked_at, postings, parties, enterprise_id,
      institution_id, loan_id, reference_kind, reference_id, hold_id, reverses, memo, recorded_by, seal)
    values (p_key, p_hash, p_kind, p_effective, p_booked, cardinality(accounts),
      array_remove(enterprises || institutions || enterprise || institution, null), enterprise, institution, loan,
      p_about ->> 'referenceKind', reference, p_hold, p_reverses, p_about ->> 'memo', recorder,
      ledger_seal(p_key, p_hash, p_kind, p_effective, p_booked::timestamptz(3), enterprise, institution, loan,
        p_about ->> 'referenceKind', reference, p_hold, p_reverses, p_about ->> 'memo', recorder, p_from, p_to, p_amounts))
    on conflict (key) do nothing returning id into made;
  if made is null then return null; end if;
  insert into ledger_posting (transaction_id, seq, account_id, amount_fen, effective_on, enterprise_id, institution_id)
    select made, n, u.account_id, u.fen, p_effective, u.enterprise, u.institution
    from unnest(accounts, fens, enterprises, institutions) with ordinality u (account_id, fen, enterprise, institution, n);
  for n in 1 .. cardinality(accounts) loop
    update ledger_total set posted_fen = posted_fen + fens[n] where account_id = accounts[n];
  end loop;
  return made;
end $$;

create function ledger_done(p_transaction bigint) returns jsonb language sql immutable as
  $$ select jsonb_build_object('ok', true, 'transactionId', p_transaction::text, 'repeated', false) $$;

-- Posts a transaction of one or more legs, charging limits or giving room back.
create function ledger_post(
  p_key text, p_hash text, p_kind text, p_effective date, p_booked timestamptz,
  p_from uuid[], p_to uuid[], p_amounts bigint[], p_scopes text[], p_charges bigint[], p_about jsonb
) returns jsonb language plpgsql security definer
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare answer jsonb; short jsonb; made bigint;
begin
  if not ledger_may_write() then return ledger_refuse('not-allowed'); end if;
  perform ledger_enter();
  short := ledger_lock_accounts(p_from, p_to, p_amounts);
  if cardinality(p_scopes) > 0 then perform ledger_lock_limits(p_scopes); end if;
  answer := ledger_earlier(p_key, p_hash);
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
  if made = 0 then return ledger_unknown_account(p_from || p_to); end if;
  if cardinality(p_scopes) > 0 then perform ledger_charge(p_scopes, p_charges, null, made); end if;
  return ledger_done(made);
end $$;

-- Posts many transfers of one leg each, all or none, by sets. Keys that came before with the same request are repeats.
create function ledger_post_batch(
  p_keys text[], p_hashes text[], p_kinds text[], p_effective date[], p_booked timestamptz,
  p_from uuid[], p_to uuid[], p_amounts bigint[], p_about jsonb[]
) returns jsonb language plpgsql security definer
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan
-- Rows are found by their keys whatever the planner believes about a table that grew a moment ago.
set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
declare answer jsonb;
begin
  if not ledger_may_write() then return ledger_refuse('not-allowed'); end if;
  perform ledger_enter();
  perform 1 from ledger_total where account_id = any (p_from || p_to) order by account_id for no key update;
  loop
    begin
      return ledger_write_batch(p_keys, p_hashes, p_kinds, p_effective, p_booked, p_from, p_to, p_amounts, p_about);
    exception when unique_violation then -- another session brought one of the keys in this very moment: look again
    end;
  end loop;
end $$;

create function ledger_write_batch(
  p_keys text[], p_hashes text[], p_kinds text[], p_effective date[], p_booked timestamptz,
  p_from uuid[], p_to uuid[], p_amounts bigint[], p_about jsonb[]
) returns jsonb language plpgsql as $$
declare
  answer jsonb; fresh integer[]; reused text; first_day date;
  keys text[]; hashes text[]; kinds text[]; days date[]; sources uuid[]; targets uuid[]; amounts bigint[]; abouts jsonb[];
  ids bigint[]; source_enterprises uuid[]; source_institutions uuid[]; target_enterprises uuid[]; target_institutions uuid[];
  unknown text;
begin
  select array_agg(n order by n) filter (where t.key is null), min(u.key) filter (where t.request_hash <> u.hash)
    into fresh, reused
    from unnest(p_keys, p_hashes) with ordinality u (key, hash, n)
    left join lateral (select key, request_hash from ledger_transaction where key = u.key offset 0) t on true;
  if reused is not null then return ledger_refuse('key-reused', 'key', reused); end if;
  if fresh is null then return jsonb_build_object('ok', true, 'posted', 0, 'repeated', cardinality(p_keys)); end if;
  if cardinality(fresh) = cardinality(p_keys) then
    keys := p_keys; hashes := p_hashes; kinds := p_kinds; days := p_effective;
    sources := p_from; targets := p_to; amounts := p_amounts; abouts := p_about;
  else
    select array_agg(p_keys[n]), array_agg(p_hashes[n]), array_agg(p_kinds[n]), array_agg(p_effective[n]),
           array_agg(p_from[n]), array_agg(p_to[n]), array_agg(p_amounts[n]), array_agg(p_about[n])
      into keys, hashes, kinds, days, sources, targets, amounts, abouts from unnest(fresh) n;
  end if;
  select min(d) into first_day from unnest(days) d;
  if first_day <= ledger_closed_through() then
    return ledger_refuse('period-closed', 'effectiveOn', first_day::text, 'closedThrough', ledger_closed_through()::text);
  end if;
  select array_agg(f.enterprise_id order by n), array_agg(f.institution_id order by n), array_agg(t.enterprise_id order by n),
         array_agg(t.institution_id order by n),
         min(case when f.id is null then u.source else u.target end::text) filter (where f.id is null or t.id is null)
    into source_enterprises, source_institutions, target_enterprises, target_institutions, unknown
    from unnest(sources, targets) with ordinality u (source, target, n)
    left join lateral (select id, enterprise_id, institution_id from ledger_account where id = u.source offset 0) f on true
    left join lateral (select id, enterprise_id, institution_id from ledger_account where id = u.target offset 0) t on true;
  if unknown is not null then return ledger_refuse('account-unknown', 'account', unknown); end if;
  answer := ledger_short_of_batch(sources, targets, amounts);
  if answer is not null then return answer; end if;
  ids := array(select nextval('ledger_transaction_id_seq') from generate_series(1, cardinality(keys)));
  insert into ledger_transaction (id, key, request_hash, kind, effective_on, booked_at, postings, parties, enterprise_id,
      institution_id, loan_id, reference_kind, reference_id, memo, recorded_by, seal)
    select u.id, u.key, u.hash, u.kind, u.day, p_booked, 2,
           array_remove(array[u.e, u.i, u.f, u.j, a.enterprise, a.institution], null),
           a.enterprise, a.institution, a.loan, a.reference_kind, a.reference, a.memo, a.recorder,
           ledger_seal(u.key, u.hash, u.kind, u.day, p_booked::timestamptz(3), a.enterprise, a.institution, a.loan,
             a.reference_kind, a.reference, null, null, a.memo, a.recorder, array[u.source], array[u.target], array[u.fen])
    from unnest(ids, keys, hashes, kinds, days, sources, targets, amounts, abouts, source_enterprises, source_institutions,
                target_enterprises, target_institutions)
         u (id, key, hash, kind, day, source, target, fen, about, e, i, f, j)
    cross join lateral (
      select (u.about ->> 'enterpriseId')::uuid as enterprise, (u.about ->> 'institutionId')::uuid as institution,
             (u.about ->> 'loanId')::uuid as loan, u.about ->> 'referenceKind' as reference_kind,
             (u.about ->> 'referenceId')::uuid as reference, u.about ->> 'memo' as memo,
             (u.about ->> 'recordedBy')::uuid as recorder offset 0) a;
  insert into ledger_posting (transaction_id, seq, account_id, amount_fen, effective_on, enterprise_id, institution_id)
    select u.id, leg.seq, leg.account_id, leg.fen, u.day, leg.enterprise, leg.institution
    from unnest(ids, days, sources, targets, amounts, source_enterprises, source_institutions, target_enterprises,
                target_institutions) u (id, day, source, target, fen, e, i, f, j)
    cross join lateral (values (1, u.source, -u.fen, u.e, u.i), (2, u.target, u.fen, u.f, u.j))
                       leg (seq, account_id, fen, enterprise, institution);
  update ledger_total t set posted_fen = posted_fen + net.fen
    from ledger_net(sources, targets, amounts) net where t.account_id = net.account_id;
  return jsonb_build_object('ok', true, 'posted', cardinality(keys), 'repeated', cardinality(p_keys) - cardinality(keys));
end $$;

-- What each account gains (positive) or gives by a set of legs.
create function ledger_net(p_from uuid[], p_to uuid[], p_amounts bigint[]) returns table (account_id uuid, fen bigint)
language sql stable as $$
  select account_id, sum(fen)::bigint
  from (select u.source as account_id, -u.fen as fen from unnest(p_from, p_amounts) u (source, fen)
        union all select u.target, u.fen from unnest(p_to, p_amounts) u (target, fen)) leg
  group by account_id $$;

-- The first account that could not bear a batch as a whole; an account that gains is never asked.
create function ledger_short_of_batch(p_from uuid[], p_to uuid[], p_amounts bigint[]) returns jsonb language sql stable as $$
  select ledger_refuse('account-short', 'account', a.code, 'availableFen', t.room::text, 'missingFen', (-t.room - net.fen)::text)
  from ledger_net(p_from, p_to, p_amounts) net
  cross join lateral (select posted_fen - held_fen - floor_fen as room from ledger_total
                      where account_id = net.account_id offset 0) t
  join ledger_account a on a.id = net.account_id
  where net.fen < 0 and t.room + net.fen < 0
  limit 1 $$;

-- The most that a hold could take between what it wants and the least it accepts: one leg, charged in full to each limit.
create function ledger_largest_hold(p_from uuid, p_scopes text[], p_wanted bigint) returns bigint language sql stable as $$
  select least(p_wanted,
    (select posted_fen - held_fen - floor_fen from ledger_total where account_id = p_from),
    (select min(ceiling_fen - used_fen) from ledger_limit where scope = any (p_scopes))) $$;

-- Sets money aside with all its limits, or nothing. Before a straddling claim is refused, `p_least` may accept less.
create function ledger_place_hold(
  p_key text, p_hash text, p_kind text, p_placed date, p_booked timestamptz, p_expires date,
  p_from uuid[], p_to uuid[], p_amounts bigint[], p_scopes text[], p_charges bigint[], p_least bigint, p_about jsonb
) returns jsonb language plpgsql security definer
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare answer jsonb; made uuid; wanted bigint[] := p_amounts; charges bigint[] := p_charges;
begin
  if not ledger_may_hold((p_about ->> 'institutionId')::uuid) then return ledger_refuse('not-allowed'); end if;
  perform ledger_lock_accounts(p_from, p_to, p_amounts);
  perform ledger_lock_limits(p_scopes);
  answer := ledger_earlier_hold(p_key, p_hash);
  if answer is not null then return answer; end if;
  if p_least is not null then
    wanted := array[ledger_largest_hold(p_from[1], p_scopes, p_amounts[1])];
    if wanted[1] < p_least then wanted := p_amounts; end if; -- the checks below say what is short
    charges := array_fill(wanted[1], array[cardinality(p_scopes)]);
  end if;
  answer := coalesce(ledger_unknown_account(p_from || p_to), ledger_lock_accounts(p_from, '{}', wanted),
                     ledger_full_limit(p_scopes, charges));
  if answer is not null then return answer; end if;
  insert into ledger_hold (key, request_hash, kind, placed_on, placed_at, expires_on, from_accounts, to_accounts, amounts_fen,
      scopes, charges_fen, parties, enterprise_id, institution_id, loan_id, reference_kind, reference_id, recorded_by)
    values (p_key, p_hash, p_kind, p_placed, p_booked, p_expires, p_from, p_to, wanted, p_scopes, charges,
      ledger_parties(p_from || p_to, p_about), (p_about ->> 'enterpriseId')::uuid, (p_about ->> 'institutionId')::uuid,
      (p_about ->> 'loanId')::uuid, p_about ->> 'referenceKind', (p_about ->> 'referenceId')::uuid,
      (p_about ->> 'recordedBy')::uuid)
    on conflict (key) do nothing returning id into made;
  if made is null then return ledger_earlier_hold(p_key, p_hash); end if;
  perform ledger_set_aside(p_from, wanted, 1);
  perform ledger_charge(p_scopes, charges, made, null);
  return jsonb_build_object('ok', true, 'holdId', made, 'heldFen', (select sum(fen) from unnest(wanted) fen)::text,
                            'repeated', false);
end $$;

create function ledger_earlier_hold(p_key text, p_hash text) returns jsonb language plpgsql stable as $$
declare earlier ledger_hold;
begin
  select * into earlier from ledger_hold where key = p_key;
  if not found then return null; end if;
  if earlier.request_hash <> p_hash then return ledger_refuse('key-reused', 'key', p_key); end if;
  return jsonb_build_object('ok', true, 'holdId', earlier.id, 'repeated', true,
                            'heldFen', (select sum(fen) from unnest(earlier.amounts_fen) fen)::text);
end $$;

-- Moves the held sums of the accounts that have a floor: p_sign 1 sets aside, -1 gives back.
create function ledger_set_aside(p_from uuid[], p_amounts bigint[], p_sign integer) returns void language sql as $$
  update ledger_total t set held_fen = held_fen + p_sign * net.fen
    from (select account_id, sum(fen) as fen from unnest(p_from, p_amounts) u (account_id, fen) group by account_id) net
    where t.account_id = net.account_id $$;

-- Locks a hold with everything it touches, so that it ends once.
create function ledger_lock_hold(p_hold uuid) returns ledger_hold language plpgsql as $$
declare held ledger_hold;
begin
  select * into held from ledger_hold where id = p_hold for no key update;
  if held.id is not null then
    perform ledger_lock_accounts(held.from_accounts, held.to_accounts, held.amounts_fen);
    perform ledger_lock_limits(held.scopes);
  end if;
  return held;
end $$;

create function ledger_end_hold(
  held ledger_hold, p_outcome text, p_transaction bigint, p_reason text, p_day date, p_booked timestamptz, p_by uuid
) returns void language plpgsql as $$
begin
  insert into ledger_hold_end (hold_id, outcome, transaction_id, reason, ended_on, ended_at, recorded_by, parties)
    values (held.id, p_outcome, p_transaction, p_reason, p_day, p_booked, p_by, held.parties);
  perform ledger_set_aside(held.from_accounts, held.amounts_fen, -1);
end $$;

-- Pays a hold, in full or in part: the rest and the room it took come back. A limit that was charged the whole amount
-- keeps the amount paid; one that was charged something else keeps its charge.
create function ledger_settle_hold(
  p_hold uuid, p_key text, p_hash text, p_effective date, p_booked timestamptz, p_amounts bigint[], p_about jsonb
) returns jsonb language plpgsql security definer
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare answer jsonb; made bigint; held ledger_hold; paid bigint; whole bigint;
begin
  if not ledger_may_write() then return ledger_refuse('not-allowed'); end if;
  perform ledger_enter();
  held := ledger_lock_hold(p_hold);
  if held.id is null then return ledger_refuse('hold-unknown'); end if;
  answer := ledger_earlier(p_key, p_hash);
  if answer is not null then return answer; end if;
  answer := ledger_hold_ended(p_hold);
  if answer is not null then return answer; end if;
  if held.expires_on < p_effective then return ledger_refuse('hold-expired', 'expiresOn', held.expires_on::text); end if;
  if p_effective <= ledger_closed_through() then
    return ledger_refuse('period-closed', 'effectiveOn', p_effective::text, 'closedThrough', ledger_closed_through()::text);
  end if;
  p_amounts := coalesce(p_amounts, held.amounts_fen);
  if cardinality(p_amounts) <> cardinality(held.amounts_fen)
     or exists (select 1 from unnest(p_amounts, held.amounts_fen) u (fen, most) where fen > most or fen <= 0) then
    return ledger_refuse('more-than-held', 'heldFen', (select sum(fen) from unnest(held.amounts_fen) fen)::text);
  end if;
  made := ledger_write(p_key, p_hash, held.kind, p_effective, p_booked, held.from_accounts, held.to_accounts, p_amounts,
    p_about || jsonb_strip_nulls(jsonb_build_object('enterpriseId', held.enterprise_id, 'institutionId', held.institution_id,
      'loanId', held.loan_id, 'referenceKind', held.reference_kind, 'referenceId', held.reference_id)), held.id, null);
  if made is null then return ledger_earlier(p_key, p_hash); end if;
  perform ledger_end_hold(held, 'posted', made, null, p_effective, p_booked, (p_about ->> 'recordedBy')::uuid);
  select sum(fen), sum(most) into paid, whole from unnest(p_amounts, held.amounts_fen) u (fen, most);
  perform ledger_charge(held.scopes, array(select case when fen = whole then paid - whole else 0 end
    from unnest(held.charges_fen) with ordinality c (fen, n) order by n), held.id, made);
  return ledger_done(made);
end $$;

create function ledger_hold_ended(p_hold uuid) returns jsonb language sql stable as $$
  select ledger_refuse('hold-ended', 'outcome', outcome, 'endedOn', ended_on::text)
  from ledger_hold_end where hold_id = p_hold $$;

-- Gives a hold back with all its limits. Releasing twice is one release.
create function ledger_release_hold(p_hold uuid, p_day date, p_booked timestamptz, p_reason text, p_by uuid) returns jsonb
language plpgsql security definer
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare held ledger_hold; earlier text;
begin
  held := ledger_lock_hold(p_hold);
  if held.id is null then return ledger_refuse('hold-unknown'); end if;
  if not ledger_may_hold(held.institution_id) then return ledger_refuse('not-allowed'); end if;
  select outcome into earlier from ledger_hold_end where hold_id = p_hold;
  if earlier = 'released' then return jsonb_build_object('ok', true, 'repeated', true); end if;
  if earlier is not null then return ledger_hold_ended(p_hold); end if;
  perform ledger_end_hold(held, 'released', null, p_reason, p_day, p_booked, p_by);
  perform ledger_charge(held.scopes, array(select -fen from unnest(held.charges_fen) with ordinality c (fen, n) order by n),
                        held.id, null);
  return jsonb_build_object('ok', true, 'repeated', false);
end $$;

-- Gives back the holds whose last day is over, oldest first; says how many.
create function ledger_expire_holds(p_today date, p_booked timestamptz, p_most integer) returns integer
language plpgsql security definer
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare due uuid; held ledger_hold; ended integer := 0;
begin
  if not ledger_may_write() then raise exception 'only the platform expires holds' using errcode = '42501'; end if;
  for due in select h.id from ledger_hold h where h.expires_on < p_today
      and not exists (select 1 from ledger_hold_end e where e.hold_id = h.id) order by h.expires_on, h.id limit p_most loop
    held := ledger_lock_hold(due);
    continue when exists (select 1 from ledger_hold_end e where e.hold_id = due);
    perform ledger_end_hold(held, 'expired', null, null, p_today, p_booked, null);
    perform ledger_charge(held.scopes,
      array(select -fen from unnest(held.charges_fen) with ordinality c (fen, n) order by n), held.id, null);
    ended := ended + 1;
  end loop;
  return ended;
end $$;

-- Undoes a transaction by its mirror image on an open day, and gives back the room it used; never an edit.
create function ledger_reverse(
  p_transaction bigint, p_key text, p_hash text, p_effective date, p_booked timestamptz, p_about jsonb
) returns jsonb language plpgsql security definer
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare
  answer jsonb; short jsonb; made bigint; original ledger_transaction; by_transaction bigint;
  sources uuid[]; targets uuid[]; amounts bigint[]; used text[]; room bigint[];
begin
  if not ledger_may_write() then return ledger_refuse('not-allowed'); end if;
  perform ledger_enter();
  select * into original from ledger_transaction where id = p_transaction for no key update;
  if not found then return ledger_refuse('transaction-unknown'); end if;
  -- A leg is a pair of postings: money went from the odd one to the even one.
  select array_agg(target.account_id order by target.seq), array_agg(source.account_id order by target.seq),
         array_agg(target.amount_fen order by target.seq)
    into sources, targets, amounts
    from ledger_posting target join ledger_posting source
      on source.transaction_id = target.transaction_id and source.seq = target.seq - 1
    where target.transaction_id = p_transaction and target.seq % 2 = 0;
  short := ledger_lock_accounts(sources, targets, amounts);
  select coalesce(array_agg(scope), '{}'), coalesce(array_agg(-fen), '{}') into used, room
    from (select scope, sum(amount_fen) as fen from ledger_use
          where transaction_id = p_transaction or hold_id = original.hold_id group by scope) u where fen <> 0;
  perform ledger_lock_limits(used);
  answer := ledger_earlier(p_key, p_hash);
  if answer is not null then return answer; end if;
  if original.reverses is not null then return ledger_refuse('reversal-of-reversal'); end if;
  select id into by_transaction from ledger_transaction where reverses = p_transaction;
  if found then return ledger_refuse('reversed-before', 'transactionId', by_transaction::text); end if;
  if p_effective <= ledger_closed_through() or p_effective < original.effective_on then
    return ledger_refuse('period-closed', 'effectiveOn', p_effective::text, 'closedThrough',
                         greatest(ledger_closed_through(), original.effective_on - 1)::text);
  end if;
  answer := coalesce(short, ledger_full_limit(used, room));
  if answer is not null then return answer; end if;
  made := ledger_write(p_key, p_hash, 'reversal', p_effective, p_booked, sources, targets, amounts,
    p_about || jsonb_strip_nulls(jsonb_build_object('enterpriseId', original.enterprise_id,
      'institutionId', original.institution_id, 'loanId', original.loan_id,
      'referenceKind', original.reference_kind, 'referenceId', original.reference_id)), null, p_transaction);
  if made is null then return ledger_earlier(p_key, p_hash); end if;
  perform ledger_charge(used, room, null, made);
  return ledger_done(made);
end $$;

-- Opens an account, or finds the one of that code.
create function ledger_open_account(
  p_code text, p_kind text, p_scheme text, p_enterprise uuid, p_institution uuid, p_name_zh text, p_name_en text,
  p_floor bigint, p_at timestamptz
) returns jsonb language plpgsql security definer
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare known ledger_account;
begin
  select * into known from ledger_account where code = p_code;
  if not found then
    if not ledger_may_write() then return ledger_refuse('not-allowed'); end if;
    insert into ledger_account (code, kind, scheme_code, enterprise_id, institution_id, name_zh, name_en, floor_fen, opened_at)
      values (p_code, p_kind, p_scheme, p_enterprise, p_institution, p_name_zh, p_name_en, p_floor, p_at)
      on conflict (code) do nothing returning * into known;
    if not found then select * into known from ledger_account where code = p_code; end if;
    if known.floor_fen is not null then
      insert into ledger_total (account_id, floor_fen) values (known.id, known.floor_fen) on conflict do nothing;
    end if;
  end if;
  if (known.kind, known.enterprise_id, known.institution_id, known.floor_fen)
     is distinct from (p_kind, p_enterprise, p_institution, p_floor) then
    return ledger_refuse('account-differs', 'account', p_code);
  end if;
  return jsonb_build_object('ok', true, 'accountId', known.id);
end $$;

-- Sets or changes the ceiling of a limit; what is used already stays used.
create function ledger_set_limit(
  p_scope text, p_ceiling bigint, p_enterprise uuid, p_institution uuid, p_at timestamptz, p_by uuid
) returns jsonb language plpgsql security definer
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare known ledger_limit;
begin
  if not ledger_may_write() then return ledger_refuse('not-allowed'); end if;
  insert into ledger_limit (scope, ceiling_fen, enterprise_id, institution_id)
    values (p_scope, p_ceiling, p_enterprise, p_institution) on conflict (scope) do nothing returning * into known;
  if not found then
    select * into known from ledger_limit where scope = p_scope for no key update;
    if known.ceiling_fen is not distinct from p_ceiling then
      return jsonb_build_object('ok', true, 'usedFen', known.used_fen::text);
    end if;
    update ledger_limit set ceiling_fen = p_ceiling where scope = p_scope;
  end if;
  insert into ledger_limit_change (scope, ceiling_fen, changed_at, recorded_by) values (p_scope, p_ceiling, p_at, p_by);
  return jsonb_build_object('ok', true, 'usedFen', known.used_fen::text);
end $$;

-- SHA-256 over the seals of all transactions whose day lies in (p_after, p_until], in order.
create function ledger_digest(p_after date, p_until date) returns text language sql stable as $$
  select encode(sha256(convert_to(coalesce(string_agg(id || ':' || seal, E'\n' order by id), ''), 'UTF8')), 'hex')
  from ledger_transaction where effective_on > p_after and effective_on <= p_until $$;

-- Closes everything up to a day. From then on no posting has an effective day in it.
create function ledger_close_period(p_ends date, p_booked timestamptz, p_by uuid) returns jsonb
language plpgsql security definer
set search_path = public, pg_temp set plan_cache_mode = force_generic_plan as $$
declare last date; n bigint; turnover bigint; digest text;
begin
  if not ledger_may_write() then return ledger_refuse('not-allowed'); end if;
  perform pg_advisory_xact_lock(20261127, 5);
  last := ledger_closed_through();
  if p_ends <= last then return ledger_refuse('period-closed-before', 'closedThrough', last::text); end if;
  select count(distinct transaction_id), coalesce(sum(amount_fen) filter (where amount_fen > 0), 0) into n, turnover
    from ledger_posting where effective_on > last and effective_on <= p_ends;
  digest := ledger_digest(last, p_ends);
  insert into ledger_period (ends_on, transactions, turnover_fen, digest, closed_at, closed_by)
    values (p_ends, n, turnover, digest, p_booked, p_by);
  return jsonb_build_object('ok', true, 'transactions', n::text, 'turnoverFen', turnover::text, 'digest', digest);
end $$;

-- Only the named writers are open, and only to the two working roles.
do $$
declare f regprocedure;
begin
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
           where n.nspname = 'public' and p.proname like 'ledger\_%' loop
    execute format('revoke all on function %s from public', f);
  end loop;
  for f in select p.oid::regprocedure from pg_proc p join pg_namespace n on n.oid = p.pronamespace
           where n.nspname = 'public' and p.proname in ('ledger_post', 'ledger_post_batch', 'ledger_place_hold',
             'ledger_settle_hold', 'ledger_release_hold', 'ledger_expire_holds', 'ledger_reverse', 'ledger_open_account',
             'ledger_set_limit', 'ledger_close_period', 'ledger_closed_through', 'ledger_digest', 'ledger_seal') loop
    execute format('grant execute on function %s to xinqiao_app, xinqiao_batch', f);
  end loop;
end $$;
