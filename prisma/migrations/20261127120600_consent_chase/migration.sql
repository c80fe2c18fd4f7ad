-- A renewal is a new artefact that names the one before it (domain.md row B7).
alter table consent add column renews uuid;

-- A recipient that does not acknowledge is reminded, then reported: one row a step, never edited.
create table consent_escalation (
  enterprise_id uuid not null,
  consent_id uuid not null,
  level text not null check (level in ('reminded', 'escalated')),
  institution_id uuid not null,
  at timestamptz(3) not null,
  due_on date not null,
  constraint consent_escalation_pkey primary key (enterprise_id, consent_id, level)
);
create index consent_escalation_institution_id_at_idx on consent_escalation (institution_id, at);

alter table consent_escalation enable row level security;
alter table consent_escalation force row level security;
create policy owner_all on consent_escalation to xinqiao_owner using (true) with check (true);
create policy batch_all on consent_escalation to xinqiao_batch using (true) with check (true);
create policy read_parties on consent_escalation for select to xinqiao_app
  using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any());
create policy platform_adds on consent_escalation for insert to xinqiao_app with check (actor_reaches_any());
grant select, insert on consent_escalation to xinqiao_app, xinqiao_batch;
create trigger append_only before update or delete on consent_escalation for each row execute function refuse_change();
create trigger keep_all before truncate on consent_escalation for each statement execute function refuse_change();

-- The platform also starts the clock, where the time of retention that the firm agreed to is over.
create policy platform_notifies on consent_acknowledgement for insert to xinqiao_app
  with check (actor_reaches_any() and step = 'notified');
