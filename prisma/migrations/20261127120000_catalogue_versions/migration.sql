-- How far an item may travel at most is a property of the item: rows, figures computed from them, an answer, or nothing.
alter table catalogue_item
  add column ceiling text not null default 'raw',
  add column legal_basis text not null default '',
  add column drafted_by uuid,
  add column published_by uuid,
  add column published_at timestamptz(3);
update catalogue_item set ceiling = 'yes-no' where mode = 'verify' or sensitivity = 'verify-only';
alter table catalogue_item
  add constraint ceiling_known check (ceiling in ('raw', 'aggregate', 'yes-no', 'store-only')),
  add constraint verified_items_only_answer
    check (ceiling in ('yes-no', 'store-only') or (mode <> 'verify' and sensitivity <> 'verify-only')),
  add constraint item_maker_is_not_checker check (published_by is null or published_by is distinct from drafted_by);

-- What a public item answers is asked on no form: the elements that each item of the first catalogue supplies.
update catalogue_item set meaning = meaning || '{"answers": ["firm.name", "firm.region", "firm.industry", "firm.established-on", "firm.capital", "firm.status"]}'
where code = 'registration.profile';
update catalogue_item set meaning = meaning || '{"answers": ["firm.staff"]}' where code = 'registration.annual-report';
update catalogue_item set meaning = meaning || '{"answers": ["firm.revenue", "firm.assets"]}' where code = 'registration.annual-figures';
update catalogue_item set meaning = meaning || '{"answers": ["firm.tax-paid"]}' where code = 'tax.payment';

-- A version is drafted by one person, handed in for review, and published by another; a published one is never edited.
create table catalogue_draft (
  id uuid not null constraint catalogue_draft_pkey primary key,
  code text not null,
  version integer not null,
  based_on integer,
  provider_id uuid not null,
  body jsonb not null,
  legal_basis text not null,
  note text not null,
  valid_from date not null,
  valid_to date,
  state text not null default 'draft' check (state in ('draft', 'review', 'published', 'discarded')),
  remark text,
  drafted_by uuid not null,
  drafted_at timestamptz(3) not null,
  changed_at timestamptz(3) not null,
  decided_by uuid,
  decided_at timestamptz(3),
  constraint catalogue_draft_dates check (valid_to is null or valid_to > valid_from),
  constraint catalogue_draft_maker_is_not_checker check (state <> 'published' or (decided_by is not null and decided_by <> drafted_by))
);
create unique index one_open_catalogue_draft on catalogue_draft (code) where state in ('draft', 'review');
create unique index one_catalogue_draft_per_version on catalogue_draft (code, version) where state = 'published';

alter table catalogue_draft enable row level security;
alter table catalogue_draft force row level security;
create policy owner_all on catalogue_draft to xinqiao_owner using (true) with check (true);
create policy batch_all on catalogue_draft to xinqiao_batch using (true) with check (true);
create policy platform_read on catalogue_draft for select to xinqiao_app using (actor_reaches_any());
create policy draft_own on catalogue_draft for insert to xinqiao_app
  with check (actor_reaches_any() and drafted_by = actor_user() and state = 'draft');
create policy change_draft on catalogue_draft for update to xinqiao_app using (actor_reaches_any());
grant select, insert, update on catalogue_draft to xinqiao_app;
grant select on catalogue_draft to xinqiao_batch;

-- Changed by its maker alone and only while it is a draft; decided by somebody else and only while it is in review.
create function guard_catalogue_draft() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state in ('published', 'discarded') then
    raise exception 'a decided draft is kept as it is' using errcode = 'XQ001';
  end if;
  if new.drafted_by <> old.drafted_by or new.code <> old.code or new.version <> old.version then
    raise exception 'a draft keeps its maker, its item and its version' using errcode = 'XQ001';
  end if;
  if new.state = 'published' and old.state <> 'review' then
    raise exception 'a draft is published out of review' using errcode = 'XQ001';
  end if;
  if current_user = 'xinqiao_app' then
    if new.state = 'published' and new.decided_by is distinct from actor_user() then
      raise exception 'a draft is published by the person who acts' using errcode = 'XQ001';
    end if;
    if (to_jsonb(new) - 'state' - 'decided_by' - 'decided_at' - 'remark' - 'changed_at')
       <> (to_jsonb(old) - 'state' - 'decided_by' - 'decided_at' - 'remark' - 'changed_at')
       and (old.drafted_by <> actor_user() or old.state <> 'draft') then
      raise exception 'what a draft says is changed by its maker, before review' using errcode = 'XQ001';
    end if;
  end if;
  return new;
end $$;
create trigger guard before update or delete on catalogue_draft for each row execute function guard_catalogue_draft();

-- A person publishes only what a reviewed draft says and what this very person, not its maker, has just decided.
create function guard_catalogue_version() returns trigger language plpgsql as $$
begin
  if current_user = 'xinqiao_app' and (actor_user() is not null or num_nonnulls(new.drafted_by, new.published_by) > 0)
     and not exists (
    select 1 from catalogue_draft d
    where d.code = new.code and d.version = new.version and d.state = 'published' and d.decided_by = actor_user()
      and d.drafted_by = new.drafted_by and d.decided_by = new.published_by and d.provider_id = new.provider_id
      and d.body->>'mode' = new.mode and d.body->>'sensitivity' = new.sensitivity and d.body->>'ceiling' = new.ceiling
      and d.body->>'level' = new.level and d.valid_from = new.valid_from and d.valid_to is not distinct from new.valid_to
  ) then
    raise exception 'a version is published from a reviewed draft by a second person' using errcode = 'XQ001';
  end if;
  return new;
end $$;
create trigger guard before insert on catalogue_item for each row execute function guard_catalogue_version();
create trigger append_only before update or delete on catalogue_item for each row execute function refuse_change();
create trigger keep_all before truncate on catalogue_item for each statement execute function refuse_change();
revoke update on catalogue_item from xinqiao_app, xinqiao_batch;
