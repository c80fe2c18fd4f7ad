-- Credit reports: what was said, signed, and to whom. A report is never edited.
create table credit_report (
  enterprise_id uuid not null,
  id uuid not null,
  code text not null check (code ~ '^[0-9a-f]{32}$'),
  audience text not null check (audience in ('firm', 'bank', 'platform')),
  institution_id uuid,
  sheet_id uuid,
  consent_id uuid,
  batch_id uuid,
  body jsonb not null,
  hash text not null,
  signature text not null,
  key_id text not null,
  made_by uuid,
  made_at timestamptz(3) not null,
  constraint credit_report_pkey primary key (enterprise_id, id),
  constraint a_bank_is_named check ((audience = 'bank') = (institution_id is not null))
);
create index credit_report_code_idx on credit_report (code);
create index credit_report_enterprise_id_audience_made_at_idx on credit_report (enterprise_id, audience, made_at desc);

create table report_batch (
  id uuid not null constraint report_batch_pkey primary key,
  region_code text,
  section text check (section ~ '^[A-T]$'),
  locale text not null check (locale in ('zh-CN', 'en')),
  origin text not null,
  state text not null default 'ordered' check (state in ('ordered', 'running', 'done')),
  firms_done integer not null default 0,
  firms_total integer not null default 0,
  ordered_by uuid not null,
  ordered_at timestamptz(3) not null,
  finished_at timestamptz(3)
);
create index report_batch_ordered_at_idx on report_batch (ordered_at desc);

create table report_batch_part (
  batch_id uuid not null,
  part integer not null check (part > 0),
  firms integer not null,
  last_firm uuid not null,
  bytes integer not null,
  file_hash text not null,
  constraint report_batch_part_pkey primary key (batch_id, part)
);

do $$
declare t text;
begin
  foreach t in array array['credit_report', 'report_batch', 'report_batch_part'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_app', t);
    execute format('grant select, insert, update on %I to xinqiao_batch', t);
  end loop;
  foreach t in array array['report_batch', 'report_batch_part'] loop
    execute format('create policy platform on %I to xinqiao_app using (actor_reaches_any()) with check (actor_reaches_any())', t);
  end loop;
end $$;
grant update on report_batch to xinqiao_app;

-- A firm keeps its own; a bank adds what it takes under a consent just checked and reads none again: it asks anew.
create policy read_own on credit_report for select to xinqiao_app
  using ((enterprise_id = actor_enterprise() and audience = 'firm') or actor_reaches_any());
create policy add_own on credit_report for insert to xinqiao_app
  with check ((audience = 'firm' and enterprise_id = actor_enterprise())
    or (audience = 'bank' and enterprise_id = actor_subject() and institution_id = actor_institution())
    or (audience = 'platform' and actor_reaches_any()));
create trigger append_only before update or delete on credit_report for each row execute function refuse_change();
create trigger keep_all before truncate on credit_report for each statement execute function refuse_change();
