-- Rule cards enter the inventory too: each kind has a champion of its own, and a challenger of either kind runs in the shadow.
alter table card_model add column kind text not null default 'statistical' check (kind in ('rule', 'statistical'));
alter table card_model alter column kind drop default;
-- Since when a challenger has run in the shadow.
alter table card_model add column shadow_since timestamptz(3);
drop index one_champion_card;
create unique index one_champion_card on card_model (kind) where role = 'champion';

-- A rule card may find too little known of a firm: no points, and a grade that says so.
alter table card_score alter column milli_points drop not null;
alter table card_score add column grade text;

-- A day in the shadow: firms scored, and how they stand against the champion of the kind, or against the score that counts.
create table card_shadow_day (
  card_version text not null,
  day date not null,
  against text not null,
  firms integer not null check (firms >= 0),
  agreeing integer not null check (agreeing >= 0),
  higher integer not null check (higher >= 0),
  lower integer not null check (lower >= 0),
  constraint card_shadow_day_pkey primary key (card_version, day),
  constraint card_shadow_day_sums check (agreeing + higher + lower = firms)
);
alter table card_shadow_day enable row level security;
alter table card_shadow_day force row level security;
create policy owner_all on card_shadow_day to xinqiao_owner using (true) with check (true);
create policy batch_all on card_shadow_day to xinqiao_batch using (true) with check (true);
create policy platform on card_shadow_day to xinqiao_app using (actor_reaches_any()) with check (actor_reaches_any());
grant select, insert, update on card_shadow_day to xinqiao_app, xinqiao_batch;

-- Features whose bins a training was asked to keep monotone, such as `debt+,years-`.
alter table own_training add column monotone text not null default '';

-- As before, now with the time in the shadow, which begins when the card becomes a challenger and is never moved.
create or replace function guard_card_model() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (to_jsonb(new) - 'role' - 'shadow_since') <> (to_jsonb(old) - 'role' - 'shadow_since') then
    raise exception 'a card of the inventory is kept as it is' using errcode = 'XQ001';
  end if;
  if new.shadow_since is distinct from old.shadow_since
     and (old.shadow_since is not null or new.role <> 'challenger' or old.role <> 'candidate') then
    raise exception 'the time in the shadow begins when a card becomes a challenger' using errcode = 'XQ001';
  end if;
  if new.role = 'retired' and old.role = 'champion' and exists (
    select 1 from card_proposal p join card_model m on m.version = p.version
    where p.to_role = 'champion' and p.outcome = 'approved' and p.version <> new.version and m.kind = new.kind) then
    return new;
  end if;
  if new.role is distinct from old.role and not exists (
    select 1 from card_proposal p where p.version = new.version and p.to_role = new.role and p.outcome = 'approved'
      and p.decided_by is distinct from p.proposed_by) then
    raise exception 'a card changes its part only by a proposal that a second person approved' using errcode = 'XQ001';
  end if;
  return new;
end $$;
