-- Second wall behind app/server/access: forced row-level security with scalar policies that fail closed,
-- append-only tables, the audit chain, and what each of the three roles may do.
-- The roles xinqiao_app and xinqiao_batch exist before migrations run; the owner is whoever runs them.

create function actor_user() returns uuid language sql stable as
  $$ select nullif(current_setting('xinqiao.user', true), '')::uuid $$;
create function actor_enterprise() returns uuid language sql stable as
  $$ select nullif(current_setting('xinqiao.enterprise', true), '')::uuid $$;
create function actor_institution() returns uuid language sql stable as
  $$ select nullif(current_setting('xinqiao.institution', true), '')::uuid $$;
-- The firm whose facts and scores may be read: the actor's own firm, or the subject of a checked consent.
create function actor_subject() returns uuid language sql stable as
  $$ select nullif(current_setting('xinqiao.subject', true), '')::uuid $$;
create function actor_reaches_any() returns boolean language sql stable as
  $$ select current_setting('xinqiao.reach', true) = 'any' $$;

-- Every table: forced security; the owner (security-definer functions, migrations) and the batch role pass.
do $$
declare t text;
begin
  for t in select tablename from pg_tables where schemaname = 'public' and tablename not like '\_prisma%' loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to current_user using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to xinqiao_batch', t);
    execute format('grant select, insert on %I to xinqiao_app', t);
  end loop;
end $$;
grant usage, select on all sequences in schema public to xinqiao_app, xinqiao_batch;
grant delete on outbox, session, rate_limit, search_document, match_list, idempotency_key to xinqiao_batch;
grant delete on session, rate_limit, search_document to xinqiao_app;
revoke all on audit_head from xinqiao_app;
revoke insert on audit_entry, fact from xinqiao_app;
revoke insert, update on audit_entry, audit_head from xinqiao_batch;

-- Reference data: everybody reads, the platform writes.
do $$
declare t text;
begin
  foreach t in array array['region', 'industry', 'catalogue_item', 'policy_version', 'lpr_quote', 'scorecard', 'institution'] loop
    execute format('create policy read_all on %I for select to xinqiao_app using (true)', t);
    execute format('create policy platform_insert on %I for insert to xinqiao_app with check (actor_reaches_any())', t);
    execute format('create policy platform_update on %I for update to xinqiao_app using (actor_reaches_any())', t);
  end loop;
end $$;
grant update on institution, catalogue_item, policy_version to xinqiao_app;

create policy read_shelf on product for select to xinqiao_app
  using (state = 'published' or institution_id = actor_institution() or actor_reaches_any());
create policy write_own on product for insert to xinqiao_app
  with check (institution_id = actor_institution() or actor_reaches_any());
create policy change_own on product for update to xinqiao_app
  using (institution_id = actor_institution() or actor_reaches_any());
grant update on product to xinqiao_app;

create policy read_all on search_document for select to xinqiao_app using (true);
create policy write_all on search_document for insert to xinqiao_app with check (actor_reaches_any());
create policy change_all on search_document for update to xinqiao_app using (actor_reaches_any());
create policy drop_all on search_document for delete to xinqiao_app using (actor_reaches_any());
grant update on search_document to xinqiao_app;

-- Firms: registration facts are public records for institutions; what a firm declares is its own.
create policy read_firm on enterprise for select to xinqiao_app
  using (id = actor_enterprise() or actor_institution() is not null or actor_reaches_any());
create policy add_firm on enterprise for insert to xinqiao_app with check (actor_reaches_any());
create policy change_firm on enterprise for update to xinqiao_app
  using (id = actor_enterprise() or actor_reaches_any());
grant update on enterprise to xinqiao_app;

do $$
declare t text;
begin
  -- Owned by the firm; an institution reads them only as the subject of a checked consent.
  foreach t in array array['enterprise_profile', 'enterprise_identity', 'need', 'match_list'] loop
    execute format('create policy read_own on %I for select to xinqiao_app using (enterprise_id = actor_enterprise() or enterprise_id = actor_subject() or actor_reaches_any())', t);
    execute format('create policy write_own on %I for insert to xinqiao_app with check (enterprise_id = actor_enterprise() or actor_reaches_any())', t);
    execute format('create policy change_own on %I for update to xinqiao_app using (enterprise_id = actor_enterprise() or actor_reaches_any())', t);
    execute format('grant update on %I to xinqiao_app', t);
  end loop;
  -- Shared by one firm and one institution, and by nobody else.
  foreach t in array array['application', 'application_event', 'offer', 'attachment', 'loan', 'instalment', 'repayment',
                           'loan_class', 'scheme_assessment', 'alert'] loop
    execute format('create policy parties on %I to xinqiao_app using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any())', t);
  end loop;
end $$;
grant update on application, offer, loan, alert to xinqiao_app;

create policy parties on alert_event to xinqiao_app
  using (institution_id = actor_institution()
         or ((enterprise_id = actor_enterprise() or actor_reaches_any()) and not bank_only));

-- Facts and scores: only of the subject.
create policy read_subject on fact for select to xinqiao_app
  using (enterprise_id = actor_subject() or actor_reaches_any());
create policy read_subject on score_sheet for select to xinqiao_app
  using (enterprise_id = actor_subject() or actor_reaches_any());
create policy add_own on score_sheet for insert to xinqiao_app
  with check (enterprise_id = actor_enterprise() or actor_reaches_any());

-- Consent: the firm grants and withdraws; the named recipient may see it.
create policy read_parties on consent for select to xinqiao_app
  using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any());
create policy grant_own on consent for insert to xinqiao_app with check (enterprise_id = actor_enterprise());
create policy withdraw_own on consent for update to xinqiao_app using (enterprise_id = actor_enterprise());
grant update (revoked_at, revoked_by) on consent to xinqiao_app;
revoke update on consent from xinqiao_batch;

-- Deliveries: the provider and the platform.
create policy parties on record_batch to xinqiao_app
  using (provider_id = actor_institution() or actor_reaches_any());
create policy parties on quarantine_row to xinqiao_app
  using (provider_id = actor_institution() or actor_reaches_any());
grant update on record_batch, quarantine_row to xinqiao_app;

-- People and sessions.
create policy parties on user_account to xinqiao_app
  using (id = actor_user() or institution_id = actor_institution() or enterprise_id = actor_enterprise() or actor_reaches_any());
create policy own on session to xinqiao_app using (user_id = actor_user() or actor_reaches_any());
create policy parties on invitation to xinqiao_app
  using (institution_id = actor_institution() or enterprise_id = actor_enterprise() or actor_reaches_any());
grant update on user_account, session, invitation to xinqiao_app;
create policy everyone on rate_limit to xinqiao_app using (true) with check (true);
grant update on rate_limit to xinqiao_app;

-- The log of what happened and the jobs it asks for: written by all, read by few.
create policy add_event on event_log for insert to xinqiao_app with check (true);
create policy read_event on event_log for select to xinqiao_app
  using (enterprise_id = actor_enterprise() or actor_reaches_any());
create policy add_job on outbox for insert to xinqiao_app with check (true);
create policy read_job on outbox for select to xinqiao_app using (actor_reaches_any());
create policy own on idempotency_key to xinqiao_app using (actor = actor_user()::text);
create policy done on job_done to xinqiao_app using (actor_reaches_any());
create policy add_notice on notification for insert to xinqiao_app with check (true);
create policy read_notice on notification for select to xinqiao_app
  using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any());
create policy mark_notice on notification for update to xinqiao_app
  using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any());
grant update (read_at) on notification to xinqiao_app;

-- Audit: appended only through the function below, which links each line to the one before it.
create policy read_audit on audit_entry for select to xinqiao_app
  using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any());

create function audit_append(
  p_stream text, p_body text, p_at timestamptz, p_user uuid, p_user_name text, p_role text, p_institution uuid,
  p_enterprise uuid, p_action text, p_purpose text, p_consent uuid, p_outcome text
) returns bigint language plpgsql security definer set search_path = public as $$
declare
  head audit_head;
  link text;
begin
  insert into audit_head (stream, seq, hash) values (p_stream, 0, repeat('0', 64)) on conflict do nothing;
  select * into head from audit_head where stream = p_stream for update;
  link := encode(sha256(convert_to(head.hash || E'\n' || p_body, 'UTF8')), 'hex');
  insert into audit_entry (stream, seq, at, user_id, user_name, role, institution_id, enterprise_id, action, purpose,
                           consent_id, outcome, body, previous_hash, hash)
  values (p_stream, head.seq + 1, p_at, p_user, p_user_name, p_role, p_institution, p_enterprise, p_action, p_purpose,
          p_consent, p_outcome, p_body, head.hash, link);
  update audit_head set seq = head.seq + 1, hash = link where stream = p_stream;
  return head.seq + 1;
end $$;
revoke all on function audit_append from public;
grant execute on function audit_append to xinqiao_app, xinqiao_batch;

-- Append-only, whoever asks.
create function refuse_change() returns trigger language plpgsql as
  $$ begin raise exception '% is append-only: % refused', tg_table_name, tg_op using errcode = 'XQ001'; end $$;
do $$
declare t text;
begin
  foreach t in array array['fact', 'audit_entry', 'event_log', 'score_sheet', 'application_event', 'repayment',
                           'alert_event', 'loan_class', 'scheme_assessment', 'instalment'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', t);
    execute format('create trigger keep_all before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;

create function refuse_consent_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.revoked_at is null and new.revoked_at is not null
     and (to_jsonb(new) - 'revoked_at' - 'revoked_by') = (to_jsonb(old) - 'revoked_at' - 'revoked_by') then
    return new;
  end if;
  raise exception 'a consent is never edited: only its withdrawal is recorded, once' using errcode = 'XQ001';
end $$;
create trigger append_only before update or delete on consent for each row execute function refuse_consent_change();

alter table application add constraint maker_is_not_checker check (checker_id is null or checker_id <> maker_id);
alter table user_account add constraint one_home check (num_nonnulls(institution_id, enterprise_id) <= 1);
alter table offer add constraint offer_amount check (amount_fen > 0);
alter table application add constraint application_amount check (amount_fen > 0);
create unique index one_live_application on application (enterprise_id, product_id)
  where state not in ('declined', 'withdrawn', 'returned', 'lapsed', 'disbursed');
create unique index one_fact_per_key_and_revision on fact (enterprise_id, supersedes) where supersedes is not null;

-- What holds today: asserted or corrected, and not superseded by a later row.
create view current_fact with (security_invoker = true) as
  select f.* from fact f
  where f.op in ('assert', 'correct')
    and not exists (select 1 from fact s where s.enterprise_id = f.enterprise_id and s.supersedes = f.id);
grant select on current_fact to xinqiao_app, xinqiao_batch;

-- Outstanding principal is a sum.
create view loan_balance with (security_invoker = true) as
  select l.enterprise_id, l.id as loan_id, l.institution_id,
         l.principal_fen - coalesce((select sum(r.principal_fen) from repayment r
                                     where r.enterprise_id = l.enterprise_id and r.loan_id = l.id), 0)::bigint as balance_fen
  from loan l;
grant select on loan_balance to xinqiao_app, xinqiao_batch;

create schema bullmq;
grant usage, create on schema bullmq to xinqiao_batch;
create schema staging;
grant usage, create on schema staging to xinqiao_batch;

create index outbox_waiting on outbox (id) where relayed_at is null;
