-- What an admission rests on: each security assessment of an institution with who made it and where its report is. Append-only.
create table security_assessment (
  id uuid not null constraint security_assessment_pkey primary key,
  institution_id uuid not null,
  occasion text not null constraint security_assessment_occasion check (occasion in ('admission', 're-test')),
  assessed_on date not null,
  valid_until date not null,
  assessor text not null,
  report_no text not null,
  recorded_by uuid not null,
  recorded_by_name text not null,
  recorded_at timestamptz(3) not null,
  constraint security_assessment_term check (assessed_on < valid_until)
);
create index security_assessment_institution_id_idx on security_assessment (institution_id, recorded_at desc);
alter table security_assessment enable row level security;
alter table security_assessment force row level security;
create policy owner_all on security_assessment to xinqiao_owner using (true) with check (true);
create policy batch_all on security_assessment to xinqiao_batch using (true) with check (true);
grant select, insert on security_assessment to xinqiao_app, xinqiao_batch;
create policy read_own on security_assessment for select to xinqiao_app
  using (institution_id = actor_institution() or actor_reaches_any());
create policy add_platform on security_assessment for insert to xinqiao_app with check (actor_reaches_any());
create trigger append_only before update or delete on security_assessment for each row execute function refuse_change();
