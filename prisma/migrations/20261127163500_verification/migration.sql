-- Where a provider answers yes-or-no questions, how the platform proves itself there, and how the endpoint has behaved.
create table provider_endpoint (
  provider_id uuid not null constraint provider_endpoint_pkey primary key,
  url text not null,
  -- The credential, sealed under key_id in the key store; no page shows it again.
  secret bytea not null,
  key_id uuid not null,
  timeout_ms integer not null check (timeout_ms between 500 and 10000),
  saved_by uuid not null,
  saved_at timestamptz(3) not null,
  -- Failures since the last success; from the threshold on nothing is called until open_until, then one trial.
  failures integer not null default 0,
  open_until timestamptz(3),
  last_ok_at timestamptz(3),
  last_failed_at timestamptz(3),
  last_fault text
);

-- A question of a bank about a firm, asked of the provider under a consent; counted by the probing guard.
create table verification_question (
  enterprise_id uuid not null,
  id uuid not null,
  application_id uuid not null,
  institution_id uuid not null,
  provider_id uuid not null,
  consent_id uuid not null,
  item text not null,
  question text not null,
  user_id uuid not null,
  user_name text not null,
  at timestamptz(3) not null,
  constraint verification_question_pkey primary key (enterprise_id, id)
);
create index verification_question_application_idx on verification_question (application_id, at);
create index verification_question_provider_idx on verification_question (provider_id, at);

-- What became of it. An answer may be given again for the same question under the same consent until good_until.
create table verification_answer (
  enterprise_id uuid not null,
  question_id uuid not null,
  provider_id uuid not null,
  institution_id uuid not null,
  answer text not null check (answer in ('yes', 'no', 'unavailable', 'withheld')),
  cause text,
  attempts integer not null,
  took_ms integer not null,
  repeats uuid,
  good_until timestamptz(3),
  at timestamptz(3) not null,
  constraint verification_answer_pkey primary key (enterprise_id, question_id)
);
create index verification_answer_provider_idx on verification_answer (provider_id, at);

do $$
declare t text;
begin
  foreach t in array array['provider_endpoint', 'verification_question', 'verification_answer'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
  end loop;
  foreach t in array array['verification_question', 'verification_answer'] loop
    execute format('create policy parties on %I for select to xinqiao_app using (
      enterprise_id = actor_enterprise() or institution_id = actor_institution()
      or provider_id = actor_institution() or actor_reaches_any())', t);
    execute format('create policy asker on %I for insert to xinqiao_app
      with check (institution_id = actor_institution() or actor_reaches_any())', t);
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', t);
    execute format('create trigger keep_all before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;
create policy own on provider_endpoint to xinqiao_app
  using (provider_id = actor_institution() or actor_reaches_any())
  with check (provider_id = actor_institution() or actor_reaches_any());
grant update on provider_endpoint to xinqiao_app, xinqiao_batch;
