-- The bank's own signed message for a step of an application, beside the step that the platform recorded: shared by the firm
-- and the bank, append-only, and verifiable for good, whatever became of the key since.
create table bank_message (
  enterprise_id uuid not null,
  id bigserial not null,
  application_id uuid not null,
  institution_id uuid not null,
  event_id bigint not null,
  client_id uuid not null,
  public_key text not null,
  text text not null,
  signature text not null,
  at timestamptz(3) not null,
  constraint bank_message_pkey primary key (enterprise_id, id)
);
create unique index bank_message_enterprise_id_event_id_key on bank_message (enterprise_id, event_id);
create unique index bank_message_enterprise_id_signature_key on bank_message (enterprise_id, signature);
alter table bank_message enable row level security;
alter table bank_message force row level security;
create policy owner_all on bank_message to xinqiao_owner using (true) with check (true);
create policy batch_all on bank_message to xinqiao_batch using (true) with check (true);
create policy parties on bank_message to xinqiao_app
  using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any())
  with check (institution_id = actor_institution());
grant select, insert on bank_message to xinqiao_app, xinqiao_batch;
grant usage on sequence bank_message_id_seq to xinqiao_app, xinqiao_batch;
create trigger append_only before update or delete on bank_message for each row execute function refuse_change();
create trigger keep_all before truncate on bank_message for each statement execute function refuse_change();
