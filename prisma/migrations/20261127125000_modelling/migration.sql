-- Governance of statistical cards: inventory, second-person approval, shadow scores, monthly monitoring.
create table card_model (
  version text not null constraint card_model_pkey primary key check (version ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$'),
  body jsonb not null,
  hash text not null,
  origin text not null check (origin in ('imported', 'joint')),
  institution_id uuid,
  role text not null default 'candidate' check (role in ('candidate', 'challenger', 'champion', 'retired')),
  purpose text not null,
  imported_by uuid not null,
  imported_at timestamptz(3) not null
);
create unique index one_champion_card on card_model ((true)) where role = 'champion';

create table card_proposal (
  id uuid not null constraint card_proposal_pkey primary key,
  version text not null,
  to_role text not null check (to_role in ('challenger', 'champion', 'retired')),
  reason text not null,
  proposed_by uuid not null,
  proposed_at timestamptz(3) not null,
  outcome text check (outcome in ('approved', 'refused')),
  decided_by uuid,
  decided_at timestamptz(3),
  constraint card_maker_is_not_checker check (decided_by is null or decided_by <> proposed_by),
  constraint decided_whole check ((outcome is null) = (decided_by is null) and (outcome is null) = (decided_at is null))
);
create index card_proposal_version_idx on card_proposal (version);
create unique index one_open_card_proposal on card_proposal (version) where outcome is null;

create table card_score (
  enterprise_id uuid not null,
  card_version text not null,
  sheet_id uuid not null,
  milli_points integer not null,
  scored_at timestamptz(3) not null,
  constraint card_score_pkey primary key (enterprise_id, card_version)
);
create index card_score_card_version_idx on card_score (card_version);

create table card_month (
  card_version text not null,
  month date not null,
  body jsonb not null,
  computed_at timestamptz(3) not null,
  constraint card_month_pkey primary key (card_version, month)
);

do $$
declare t text;
begin
  foreach t in array array['card_model', 'card_proposal', 'card_score', 'card_month'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('create policy platform on %I to xinqiao_app using (actor_reaches_any()) with check (actor_reaches_any())', t);
    execute format('grant select, insert, update on %I to xinqiao_app, xinqiao_batch', t);
  end loop;
end $$;

-- The body of a card never changes; the part that it plays changes only by a proposal that a second person approved in this
-- very transaction, and the champion before it retires with it.
create function guard_card_model() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - 'role') <> (to_jsonb(old) - 'role') then
    raise exception 'a card of the inventory is kept as it is' using errcode = 'XQ001';
  end if;
  if new.role = 'retired' and old.role = 'champion' and exists (
    select 1 from card_proposal p where p.to_role = 'champion' and p.outcome = 'approved' and p.version <> new.version) then
    return new;
  end if;
  if new.role is distinct from old.role and not exists (
    select 1 from card_proposal p where p.version = new.version and p.to_role = new.role and p.outcome = 'approved'
      and p.decided_by is distinct from p.proposed_by) then
    raise exception 'a card changes its part only by a proposal that a second person approved' using errcode = 'XQ001';
  end if;
  return new;
end $$;
create trigger guard before update or delete on card_model for each row execute function guard_card_model();

create function guard_card_proposal() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.outcome is not null
     or (to_jsonb(new) - 'outcome' - 'decided_by' - 'decided_at') <> (to_jsonb(old) - 'outcome' - 'decided_by' - 'decided_at') then
    raise exception 'a decided proposal is kept as it is' using errcode = 'XQ001';
  end if;
  if current_user = 'xinqiao_app' and new.decided_by is distinct from actor_user() then
    raise exception 'a proposal is decided by the person who acts' using errcode = 'XQ001';
  end if;
  return new;
end $$;
create trigger guard before update or delete on card_proposal for each row execute function guard_card_proposal();
