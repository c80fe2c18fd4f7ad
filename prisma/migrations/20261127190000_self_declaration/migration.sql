-- What a firm declares of itself under a credit promise: signed once, never changed; one declaration of a year stands.
create table declaration (
  enterprise_id uuid not null,
  id uuid not null,
  figures_year integer not null,
  employees integer check (employees >= 0),
  revenue_fen bigint check (revenue_fen >= 0),
  assets_fen bigint check (assets_fen >= 0),
  orders_fen bigint check (orders_fen >= 0),
  promise_version text not null,
  body jsonb not null,
  hash text not null,
  signature text not null,
  key_id text not null,
  signed_by uuid not null,
  signer_name text not null,
  signed_at timestamptz(3) not null,
  state text not null default 'in-force' check (state in ('in-force', 'doubted', 'replaced', 'withdrawn', 'broken')),
  ended_at timestamptz(3),
  doubted_by uuid,
  doubted_at timestamptz(3),
  doubt_reason text,
  answer_due date,
  answer text,
  answered_at timestamptz(3),
  decided_by uuid,
  decided_at timestamptz(3),
  decision text,
  constraint declaration_pkey primary key (enterprise_id, id),
  constraint declaration_says_something check (num_nonnulls(employees, revenue_fen, assets_fen, orders_fen) > 0),
  constraint declaration_ended check ((state in ('replaced', 'withdrawn', 'broken')) = (ended_at is not null)),
  -- Who raised a doubt does not decide about it.
  constraint declaration_two_people check (decided_by is null or decided_by <> doubted_by)
);
create unique index declaration_one_stands on declaration (enterprise_id, figures_year) where state in ('in-force', 'doubted');
create index declaration_state_signed_at_idx on declaration (state, signed_at);

alter table declaration enable row level security;
alter table declaration force row level security;
create policy owner_all on declaration to xinqiao_owner using (true) with check (true);
create policy batch_all on declaration to xinqiao_batch using (true) with check (true);
create policy own on declaration to xinqiao_app
  using (enterprise_id = actor_enterprise() or actor_reaches_any())
  with check (enterprise_id = actor_enterprise() or actor_reaches_any());
grant select on declaration to xinqiao_app, xinqiao_batch;
grant insert on declaration to xinqiao_app, xinqiao_batch;
grant update (state, ended_at, doubted_by, doubted_at, doubt_reason, answer_due, answer, answered_at, decided_by, decided_at, decision)
  on declaration to xinqiao_app, xinqiao_batch;
create trigger never_deleted before delete on declaration for each row execute function refuse_change();
create trigger keep_all before truncate on declaration for each statement execute function refuse_change();

