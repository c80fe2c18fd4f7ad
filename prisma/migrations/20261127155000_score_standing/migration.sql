-- What the last run over many firms made of each of them: its public score with the bin of every indicator, narrow and
-- replaced in place, beside the append-only sheets that explain it. Only the worker reads it.
create table score_standing (
  enterprise_id uuid not null constraint score_standing_pkey primary key,
  card_version text not null,
  milli_points integer,
  grade text not null,
  coverage_ppm integer not null,
  bins bytea not null,
  as_of date not null
) with (fillfactor = 90);
alter table score_standing alter column bins set storage plain;

-- Up to where the runs have looked at the firms, so that the first run of a new process needs not look at all of them.
create table score_watermark (
  id integer not null constraint score_watermark_pkey primary key check (id = 1),
  -- Of the columnar segments: who follows the facts, and the snapshot that the last run saw.
  follower uuid not null,
  snapshot text not null,
  card_hash text not null,
  known_at timestamptz(3) not null,
  -- What each kind of firm could see of the items, as digests.
  standings jsonb not null,
  -- Firms with news that no run has looked at.
  waiting uuid[] not null
);

-- How public scores spread among all firms, within regions and within industries of enough firms: cuts at every twentieth.
create table score_spread (
  kind text not null check (kind in ('all', 'region', 'industry', 'region-industry')),
  key text not null,
  firms integer not null check (firms >= 20),
  cuts integer[] not null check (cardinality(cuts) = 19),
  as_of date not null,
  constraint score_spread_pkey primary key (kind, key)
);

do $$
declare t text;
begin
  foreach t in array array['score_standing', 'score_watermark', 'score_spread'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to xinqiao_batch', t);
  end loop;
end $$;
create policy read_all on score_spread for select to xinqiao_app using (true);
grant select on score_spread to xinqiao_app;
