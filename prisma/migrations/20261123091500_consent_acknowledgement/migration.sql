-- Who to turn to at a recipient of data (个人信息保护法 17, 23): shown before consent is given.
alter table institution add column contact text;

-- What a recipient did after a withdrawal: notified, stopped, purged; one row a step, never edited.
create table consent_acknowledgement (
  enterprise_id uuid not null,
  consent_id uuid not null,
  step text not null check (step in ('notified', 'stopped', 'purged')),
  institution_id uuid not null,
  at timestamptz(3) not null,
  due_on date,
  user_id uuid,
  user_name text not null,
  constraint consent_acknowledgement_pkey primary key (enterprise_id, consent_id, step)
);
create index consent_acknowledgement_institution_id_at_idx on consent_acknowledgement (institution_id, at);

alter table consent_acknowledgement enable row level security;
alter table consent_acknowledgement force row level security;
create policy owner_all on consent_acknowledgement to xinqiao_owner using (true) with check (true);
create policy batch_all on consent_acknowledgement to xinqiao_batch using (true) with check (true);
create policy read_parties on consent_acknowledgement for select to xinqiao_app
  using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any());
-- The firm's withdrawal notifies; what was stopped and purged only the recipient can say.
create policy firm_notifies on consent_acknowledgement for insert to xinqiao_app
  with check (enterprise_id = actor_enterprise() and step = 'notified');
create policy recipient_answers on consent_acknowledgement for insert to xinqiao_app
  with check (institution_id = actor_institution() and step <> 'notified');
grant select, insert on consent_acknowledgement to xinqiao_app, xinqiao_batch;
create trigger append_only before update or delete on consent_acknowledgement for each row execute function refuse_change();
create trigger keep_all before truncate on consent_acknowledgement for each statement execute function refuse_change();

-- A firm's consents form one chain: no consent has two successors.
create unique index one_consent_chain on consent (enterprise_id, previous_hash);
