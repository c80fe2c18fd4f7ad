-- Natural persons behind a firm. What identifies or describes them is stored as ciphertext under a key of their own in
-- the key store, which lies outside this database and its backups: destroying the key erases every copy.
create table data_subject (
  id uuid not null,
  -- Keyed hash of the identity number: finds the subject again without storing the number; emptied by an erasure.
  tag text,
  created_at timestamptz(3) not null,
  erased_at timestamptz(3),
  constraint data_subject_pkey primary key (id)
);
create unique index data_subject_tag_key on data_subject (tag);

create table person (
  enterprise_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  relation text not null check (relation in ('legal-representative', 'owner', 'spouse', 'co-borrower')),
  share_ppm integer,
  -- Name and identity number.
  sealed bytea not null,
  institution_id uuid not null,
  purpose text not null,
  token_hash text not null,
  token_expires_at timestamptz(3) not null,
  named_by uuid not null,
  created_at timestamptz(3) not null,
  signed_at timestamptz(3),
  constraint person_pkey primary key (enterprise_id, id)
);
create unique index person_token on person (enterprise_id, token_hash);
create index person_token_hash_idx on person (token_hash);
create index person_subject_id_idx on person (subject_id);
create index person_institution_id_idx on person (institution_id);

create table person_consent (
  enterprise_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  institution_id uuid not null,
  purpose text not null,
  items text[] not null,
  valid_from timestamptz(3) not null,
  valid_to timestamptz(3) not null,
  granted_at timestamptz(3) not null,
  revoked_at timestamptz(3),
  body text not null,
  previous_hash text not null,
  hash text not null,
  signature text not null,
  key_id text not null,
  constraint person_consent_pkey primary key (enterprise_id, id)
);
create unique index one_person_chain on person_consent (enterprise_id, person_id, previous_hash);
create index person_consent_institution_id_idx on person_consent (institution_id, enterprise_id);

create table person_fact (
  enterprise_id uuid not null,
  id uuid not null,
  subject_id uuid not null,
  item text not null,
  provider_id uuid not null,
  source_key bytea not null,
  -- Dates, amount and category of one record.
  sealed bytea not null,
  known_at timestamptz(3) not null,
  constraint person_fact_pkey primary key (enterprise_id, id)
);
create unique index one_person_fact on person_fact (enterprise_id, subject_id, item, source_key);

create table erasure (
  id uuid not null,
  subject_id uuid not null,
  at timestamptz(3) not null,
  asked_by text not null,
  facts integer not null,
  constraint erasure_pkey primary key (id)
);
create unique index erasure_subject_id_key on erasure (subject_id);

-- Yes-or-no questions and what became of them: repeated often enough they would give the figure away (probing).
create table yes_no_question (
  enterprise_id uuid not null,
  id uuid not null,
  person_id uuid,
  institution_id uuid not null,
  item text not null,
  question text not null,
  answer boolean,
  refusal text,
  user_id uuid not null,
  user_name text not null,
  at timestamptz(3) not null,
  constraint yes_no_question_pkey primary key (enterprise_id, id)
);
create index yes_no_question_institution_id_at_idx on yes_no_question (institution_id, at);

do $$
declare t text;
begin
  foreach t in array array['data_subject', 'person', 'person_consent', 'person_fact', 'erasure', 'yes_no_question'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
  end loop;
  foreach t in array array['person_fact', 'erasure', 'yes_no_question'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', t);
    execute format('create trigger keep_all before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;
-- The platform alone knows subjects and their records; a firm sees the people it named, a bank those who consented to it.
create policy platform on data_subject to xinqiao_app using (actor_reaches_any()) with check (actor_reaches_any());
create policy platform on person_fact to xinqiao_app using (actor_reaches_any()) with check (actor_reaches_any());
create policy platform on erasure to xinqiao_app using (actor_reaches_any()) with check (actor_reaches_any());
create policy read_own on person for select to xinqiao_app
  using (enterprise_id = actor_enterprise() or actor_reaches_any());
create policy name_own on person for insert to xinqiao_app
  with check (enterprise_id = actor_enterprise() or actor_reaches_any());
create policy platform_update on person for update to xinqiao_app using (actor_reaches_any());
create policy read_parties on person_consent for select to xinqiao_app
  using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any());
create policy platform_add on person_consent for insert to xinqiao_app with check (actor_reaches_any());
create policy platform_withdraw on person_consent for update to xinqiao_app using (actor_reaches_any());
create policy read_recipient on yes_no_question for select to xinqiao_app
  using (institution_id = actor_institution() or actor_reaches_any());
create policy recipient_asks on yes_no_question for insert to xinqiao_app
  with check (institution_id = actor_institution() or actor_reaches_any());
grant update (tag, erased_at) on data_subject to xinqiao_app, xinqiao_batch;
grant update (subject_id, sealed, signed_at) on person to xinqiao_app, xinqiao_batch;
grant update (revoked_at) on person_consent to xinqiao_app, xinqiao_batch;

create function refuse_person_consent_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.revoked_at is null and new.revoked_at is not null
     and (to_jsonb(new) - 'revoked_at') = (to_jsonb(old) - 'revoked_at') then
    return new;
  end if;
  raise exception 'a consent is never edited: only its withdrawal is recorded, once' using errcode = 'XQ001';
end $$;
create trigger append_only before update or delete on person_consent
  for each row execute function refuse_person_consent_change();
