-- The report behind a security assessment: what the file is and the hash under which its sealed bytes lie. Append-only.
create table assessment_document (
  id uuid not null constraint assessment_document_pkey primary key,
  institution_id uuid not null,
  assessment_id uuid not null,
  name text not null,
  content_type text not null,
  bytes integer not null constraint assessment_document_bytes check (bytes > 0),
  sha256 text not null constraint assessment_document_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  added_by uuid not null,
  added_by_name text not null,
  added_at timestamptz(3) not null
);
create index assessment_document_assessment_id_idx on assessment_document (assessment_id, added_at);
create index assessment_document_institution_id_idx on assessment_document (institution_id, added_at);
alter table assessment_document enable row level security;
alter table assessment_document force row level security;
create policy owner_all on assessment_document to xinqiao_owner using (true) with check (true);
create policy batch_all on assessment_document to xinqiao_batch using (true) with check (true);
grant select, insert on assessment_document to xinqiao_app, xinqiao_batch;
create policy read_own on assessment_document for select to xinqiao_app
  using (institution_id = actor_institution() or actor_reaches_any());
create policy add_platform on assessment_document for insert to xinqiao_app with check (actor_reaches_any());
create trigger append_only before update or delete on assessment_document for each row execute function refuse_change();
