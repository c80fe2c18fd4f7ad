-- A consent may be paused and resumed by its firm (domain.md 2.4): reads stop at the next one. Each step is signed and kept.
alter table consent add column paused_at timestamptz(3);
grant update (paused_at) on consent to xinqiao_app;

create or replace function refuse_consent_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.revoked_at is null and new.revoked_at is not null
     and (to_jsonb(new) - 'revoked_at' - 'revoked_by') = (to_jsonb(old) - 'revoked_at' - 'revoked_by') then
    return new;
  end if;
  if tg_op = 'UPDATE' and old.revoked_at is null and (old.paused_at is null) <> (new.paused_at is null)
     and (to_jsonb(new) - 'paused_at') = (to_jsonb(old) - 'paused_at') then
    return new;
  end if;
  raise exception 'a consent is never edited: only its pauses and, once, its withdrawal are recorded' using errcode = 'XQ001';
end $$;

create table consent_pause (
  enterprise_id uuid not null,
  id uuid not null,
  consent_id uuid not null,
  kind text not null,
  at timestamptz(3) not null,
  user_id uuid not null,
  user_name text not null,
  body text not null,
  signature text not null,
  key_id text not null,

  constraint consent_pause_pkey primary key (enterprise_id, id),
  constraint consent_pause_kind check (kind in ('paused', 'resumed'))
);
create index consent_pause_consent_idx on consent_pause (enterprise_id, consent_id, at);
alter table consent_pause enable row level security;
alter table consent_pause force row level security;
create policy owner_all on consent_pause to current_user using (true) with check (true);
create policy batch_all on consent_pause to xinqiao_batch using (true) with check (true);
create policy read_own on consent_pause for select to xinqiao_app
  using (enterprise_id = actor_enterprise() or actor_reaches_any());
create policy add_own on consent_pause for insert to xinqiao_app with check (enterprise_id = actor_enterprise());
grant select, insert on consent_pause to xinqiao_app;
grant select on consent_pause to xinqiao_batch;
create trigger append_only before update or delete on consent_pause for each row execute function refuse_change();
create trigger keep_all before truncate on consent_pause for each statement execute function refuse_change();

-- A paused evaluation opens no full score.
create or replace function evaluation_consent(firm uuid, at timestamptz) returns uuid
language sql stable security definer set search_path = public as $$
  select id from consent
  where enterprise_id = firm and recipient_kind = 'platform' and purpose = 'evaluation'
    and valid_from <= at and valid_to > at and (revoked_at is null or revoked_at > at)
    and (paused_at is null or paused_at > at)
    and (firm = actor_enterprise() or firm = actor_subject() or actor_reaches_any())
  order by granted_at desc, id limit 1
$$;

-- Nor does a paused monitoring consent let a bank hear what other banks' loans do.
create or replace function overdue_elsewhere(p_enterprise uuid, p_institution uuid, p_on date, p_days integer, p_share_ppm integer,
                                  p_own_overdue bigint, p_own_total bigint)
  returns boolean language sql stable security definer set search_path = public as $$
  with other as (
    select b.balance_fen, c.dpd > 0 and c.dpd + (p_on - c.as_of) > p_days as is_overdue
    from loan l
    join loan_balance b on b.enterprise_id = l.enterprise_id and b.loan_id = l.id
    join lateral (select x.dpd, x.as_of from loan_class x
                  where x.enterprise_id = l.enterprise_id and x.loan_id = l.id and x.as_of <= p_on
                  order by x.as_of desc, x.recorded_at desc limit 1) c on true
    where l.enterprise_id = p_enterprise and l.institution_id <> p_institution and l.state = 'active'
  )
  select (actor_institution() = p_institution or actor_reaches_any())
     and exists (select 1 from consent k where k.enterprise_id = p_enterprise and k.institution_id = p_institution
                   and k.purpose = 'post-loan' and k.revoked_at is null and k.paused_at is null
                   and k.valid_from::date <= p_on and k.valid_to::date >= p_on)
     and (p_own_overdue + coalesce((select sum(balance_fen) from other where is_overdue), 0)) * 1000000
         > (p_own_total + coalesce((select sum(balance_fen) from other), 0)) * p_share_ppm
$$;
