-- Rules that deliveries are measured by (domain.md row A5) are data: which dimension, which measure, from which share on.
create table quality_rule (
  code text not null,
  version integer not null,
  -- null: every item
  item text,
  dimension text not null check (dimension in ('completeness', 'accuracy', 'timeliness', 'uniqueness', 'key-validity')),
  measure jsonb not null,
  -- more than this share of the rows at fault and the rule is broken
  most_ppm integer not null check (most_ppm between 0 and 1000000),
  name_zh text not null,
  name_en text not null,
  valid_from date not null,
  valid_to date,
  constraint quality_rule_pkey primary key (code, version)
);

-- What a rule found in a batch, or of an item on a day.
create table quality_result (
  id uuid not null default gen_random_uuid() constraint quality_result_pkey primary key,
  rule text not null,
  rule_version integer not null,
  item text not null,
  provider_id uuid not null,
  batch_id uuid,
  on_day date not null,
  rows integer not null,
  failed integer not null check (failed between 0 and rows),
  passed boolean not null,
  checked_at timestamptz(3) not null
);
create unique index one_result_per_batch on quality_result (batch_id, item, rule) where batch_id is not null;
create unique index one_result_per_day on quality_result (item, rule, on_day) where batch_id is null;
create index quality_result_provider_id_idx on quality_result (provider_id, on_day);

do $$
declare t text;
begin
  foreach t in array array['quality_rule', 'quality_result'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_batch', t);
    execute format('grant select, insert on %I to xinqiao_app', t);
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', t);
    execute format('create trigger keep_all before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;
create policy read_all on quality_rule for select to xinqiao_app using (true);
create policy platform_insert on quality_rule for insert to xinqiao_app with check (actor_reaches_any());
create policy parties on quality_result for select to xinqiao_app
  using (provider_id = actor_institution() or actor_reaches_any());
create policy platform_insert on quality_result for insert to xinqiao_app with check (actor_reaches_any());
