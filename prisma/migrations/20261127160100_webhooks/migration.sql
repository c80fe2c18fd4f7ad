-- Webhooks of a bank: where it wants to be told, what was told, every attempt. The secret is sealed in the key store.
create table webhook_endpoint (
  id uuid not null constraint webhook_endpoint_pkey primary key,
  institution_id uuid not null,
  url text not null,
  types text[] not null,
  secret bytea not null,
  state text not null constraint webhook_endpoint_state check (state in ('active', 'disabled', 'removed')),
  disabled_for text,
  created_by uuid not null,
  created_at timestamptz(3) not null,
  changed_at timestamptz(3) not null
);
create index webhook_endpoint_institution_id_idx on webhook_endpoint (institution_id, created_at);
create table webhook_message (
  id uuid not null constraint webhook_message_pkey primary key,
  institution_id uuid not null,
  endpoint_id uuid not null,
  ref uuid not null,
  type text not null,
  subject_id uuid not null,
  body text not null,
  created_at timestamptz(3) not null,
  state text not null constraint webhook_message_state check (state in ('pending', 'delivered', 'failed')),
  attempts int not null default 0,
  next_at timestamptz(3),
  constraint webhook_message_once unique (endpoint_id, ref)
);
create index webhook_message_log on webhook_message (endpoint_id, created_at desc, id desc);
create table webhook_attempt (
  id bigserial not null constraint webhook_attempt_pkey primary key,
  institution_id uuid not null,
  message_id uuid not null,
  at timestamptz(3) not null,
  status int,
  ms int not null,
  outcome text not null constraint webhook_attempt_outcome check (outcome in ('delivered', 'refused', 'unreachable', 'timeout', 'forbidden-address', 'no-secret'))
);
create index webhook_attempt_message_id_idx on webhook_attempt (message_id, id);

do $$
declare t text;
begin
  foreach t in array array['webhook_endpoint', 'webhook_message', 'webhook_attempt'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
    execute format('create policy parties on %I to xinqiao_app using (institution_id = actor_institution() or actor_reaches_any()) with check (institution_id = actor_institution() or actor_reaches_any())', t);
  end loop;
end $$;
grant update (state, disabled_for, changed_at) on webhook_endpoint to xinqiao_app, xinqiao_batch;
grant update (state, attempts, next_at) on webhook_message to xinqiao_app, xinqiao_batch;
grant usage on sequence webhook_attempt_id_seq to xinqiao_app, xinqiao_batch;
create trigger append_only before update or delete on webhook_attempt for each row execute function refuse_change();

-- An order may wait: the relay hands it to the queue with what is left of its pause.
alter table outbox add column not_before timestamptz(3);
