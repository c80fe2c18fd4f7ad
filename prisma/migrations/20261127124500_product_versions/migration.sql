-- What a bank will lend in all, and the last day of a product on the shelf; null where the bank states none.
alter table product
  add column quota_fen bigint,
  add column valid_to date;

-- A bank's products are written as drafts by one person and approved by another; the shelf is never edited directly.
create table product_draft (
  id uuid not null constraint product_draft_pkey primary key,
  institution_id uuid not null,
  product_id uuid not null,
  version integer not null,
  based_on integer,
  body jsonb not null,
  effective_from date not null,
  note text not null,
  state text not null default 'draft' check (state in ('draft', 'submitted', 'approved', 'in-force', 'discarded')),
  off_shelf boolean not null default false,
  reach jsonb,
  reach_ref uuid,
  drafted_by uuid not null,
  drafted_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  decided_by uuid,
  decided_at timestamptz(3),
  decision_note text,
  constraint product_maker_is_not_checker
    check (state not in ('approved', 'in-force') or (decided_by is not null and decided_by <> drafted_by))
);
create unique index one_open_product_draft on product_draft (product_id) where state in ('draft', 'submitted', 'approved');
create unique index one_product_draft_per_version on product_draft (product_id, version) where state = 'in-force';
create index product_draft_institution_id_idx on product_draft (institution_id, drafted_at desc);
create index product_draft_due_idx on product_draft (effective_from) where state = 'approved';

alter table product_draft enable row level security;
alter table product_draft force row level security;
create policy owner_all on product_draft to xinqiao_owner using (true) with check (true);
create policy batch_all on product_draft to xinqiao_batch using (true) with check (true);
create policy read_own on product_draft for select to xinqiao_app
  using (institution_id = actor_institution() or actor_reaches_any());
create policy draft_own on product_draft for insert to xinqiao_app
  with check (institution_id = actor_institution() and drafted_by = actor_user() and state = 'draft');
create policy change_own on product_draft for update to xinqiao_app
  using (institution_id = actor_institution() or actor_reaches_any());
grant select, insert, update on product_draft to xinqiao_app;
grant select, insert, update on product_draft to xinqiao_batch;

-- A draft is written by its maker alone, decided by another, and kept as it was decided.
create function guard_product_draft() returns trigger language plpgsql as $$
declare
  fixed text[] := array['state', 'decided_by', 'decided_at', 'decision_note', 'reach', 'reach_ref'];
begin
  if tg_op = 'DELETE' or old.state in ('in-force', 'discarded') then
    raise exception 'a decided draft of a product is kept as it is' using errcode = 'XQ001';
  end if;
  if (new.drafted_by, new.product_id, new.institution_id, new.version)
     is distinct from (old.drafted_by, old.product_id, old.institution_id, old.version) then
    raise exception 'a draft keeps its maker, its product and its version' using errcode = 'XQ001';
  end if;
  if (to_jsonb(new) - fixed - 'changed_at') <> (to_jsonb(old) - fixed - 'changed_at')
     and (old.state <> 'draft' or (current_user = 'xinqiao_app' and old.drafted_by is distinct from actor_user())) then
    raise exception 'a draft is written by its maker, until it is handed in' using errcode = 'XQ001';
  end if;
  if current_user = 'xinqiao_app' and new.state = 'approved' and old.state = 'submitted'
     and new.decided_by is distinct from actor_user() then
    raise exception 'a draft is approved by the person who acts' using errcode = 'XQ001';
  end if;
  return new;
end $$;
create trigger guard before update or delete on product_draft for each row execute function guard_product_draft();
create trigger keep_all before truncate on product_draft for each statement execute function refuse_change();

-- The shelf itself is written by the platform alone, from what a second person approved.
create function guard_product() returns trigger language plpgsql as $$
begin
  if current_user = 'xinqiao_app' and actor_user() is not null then
    raise exception 'a product changes through an approved version' using errcode = 'XQ001';
  end if;
  return new;
end $$;
create trigger guard before insert or update on product for each row execute function guard_product();
