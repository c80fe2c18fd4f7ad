-- The rights of the subject: objection, own statement, repair and shield, and the restatement of what was made from a
-- record that changed. A record is named by its item and the key of its source, so that a right follows the record
-- through its corrections.

create table objection (
  enterprise_id uuid not null,
  id uuid not null,
  item text not null,
  source_key bytea not null,
  -- The version of the record that was objected to.
  fact_id uuid not null,
  provider_id uuid not null,
  regime text not null,
  regime_version integer not null,
  ground text not null,
  body text not null,
  state text not null check (state in ('checking', 'with-provider', 'answered', 'appealed', 'closed', 'withdrawn', 'moot')),
  round integer not null default 1,
  filed_by uuid,
  received_at timestamptz(3) not null,
  due_on date,
  provisional boolean not null default false,
  extended boolean not null default false,
  -- While it is pending nobody but the firm sees the record.
  suspends boolean not null default false,
  escalated_on date,
  verdict text check (verdict in ('upheld', 'partly', 'refused')),
  answer text,
  evidence text,
  answered_by uuid,
  answered_at timestamptz(3),
  appeal text,
  appealed_at timestamptz(3),
  appeal_until date,
  closed_at timestamptz(3),
  constraint objection_pkey primary key (enterprise_id, id),
  constraint closed_when_not_pending check ((closed_at is null) = (state in ('checking', 'with-provider', 'appealed')))
);
create unique index one_pending_objection on objection (enterprise_id, item, source_key) where closed_at is null;
create index objection_provider_id_received_at_idx on objection (provider_id, received_at);
create index objection_due_on_idx on objection (due_on) where closed_at is null;
create index objection_id_idx on objection (id);

-- The firm's own words beside a record (本人声明), shown to whoever sees the record; the last row counts, an empty one
-- takes the statement back.
create table fact_statement (
  enterprise_id uuid not null,
  id uuid not null,
  item text not null,
  source_key bytea not null,
  body text not null,
  user_id uuid,
  user_name text not null,
  at timestamptz(3) not null,
  constraint fact_statement_pkey primary key (enterprise_id, id)
);
create index fact_statement_record_idx on fact_statement (enterprise_id, item, source_key, at);

create table repair (
  enterprise_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('repair', 'reorganisation')),
  item text not null,
  source_key bytea not null,
  fact_id uuid not null,
  provider_id uuid not null,
  regime_version integer not null,
  class text not null check (class in ('minor', 'general', 'serious')),
  earliest_on date not null,
  -- What was done for each duty, with its proof.
  duties jsonb not null,
  promise text not null,
  -- The court's decision that approves the plan, of a reorganisation.
  court_order text,
  state text not null check (state in ('filed', 'granted', 'refused', 'shielded', 'failed', 'withdrawn', 'moot')),
  filed_by uuid,
  filed_at timestamptz(3) not null,
  due_on date,
  escalated_on date,
  decision text,
  decided_by uuid,
  decided_at timestamptz(3),
  closed_at timestamptz(3),
  constraint repair_pkey primary key (enterprise_id, id),
  constraint open_while_pending check ((closed_at is null) = (state in ('filed', 'shielded'))),
  constraint plan_has_its_order check ((kind = 'reorganisation') = (court_order is not null))
);
create unique index one_pending_repair on repair (enterprise_id, item, source_key) where closed_at is null;
create index repair_provider_id_filed_at_idx on repair (provider_id, filed_at);
create index repair_due_on_idx on repair (due_on) where closed_at is null;
create index repair_id_idx on repair (id);

-- What happened in a case, step by step; never edited.
create table rights_event (
  enterprise_id uuid not null,
  id uuid not null,
  case_id uuid not null,
  case_kind text not null check (case_kind in ('objection', 'repair')),
  provider_id uuid not null,
  kind text not null,
  party text not null check (party in ('firm', 'provider', 'platform', 'system')),
  user_id uuid,
  user_name text not null,
  body text not null,
  at timestamptz(3) not null,
  constraint rights_event_pkey primary key (enterprise_id, id)
);
create index rights_event_case_idx on rights_event (enterprise_id, case_id, at);

-- A score after a record that it rested on was corrected, revoked, sealed or brought back (domain.md row D7).
create table restatement (
  enterprise_id uuid not null,
  id uuid not null,
  cause text not null check (cause in ('objection', 'correction', 'revocation', 'repair', 'shield', 'shield-failed', 'erasure')),
  -- The row of the record that changed it.
  ref_id uuid not null,
  item text not null,
  scope text not null check (scope in ('public', 'full')),
  before_id uuid,
  after_id uuid,
  before_milli integer,
  after_milli integer,
  before_grade text,
  after_grade text,
  diff jsonb not null,
  state text not null check (state in ('effective', 'announced', 'unchanged')),
  effective_on date not null,
  made_at timestamptz(3) not null,
  constraint restatement_pkey primary key (enterprise_id, id)
);
create unique index one_restatement_a_cause on restatement (enterprise_id, ref_id, scope);
create index restatement_announced_idx on restatement (effective_on) where state = 'announced';
create index restatement_id_idx on restatement (id);

-- Who is told of it and has to look again.
create table restatement_notice (
  enterprise_id uuid not null,
  id uuid not null,
  ref_id uuid not null,
  cause text not null,
  item text not null,
  institution_id uuid not null,
  kind text not null check (kind in ('viewer', 'open-application', 'second-look')),
  application_id uuid,
  state text not null check (state in ('told', 'open', 'kept', 'invited')),
  due_on date,
  at timestamptz(3) not null,
  -- Whether the firm fits the product after the change, of an application.
  fits text check (fits in ('pass', 'fail', 'unknown')),
  -- Who decided before: the second look is another person's.
  first_by uuid,
  handled_by uuid,
  handled_at timestamptz(3),
  note text,
  constraint restatement_notice_pkey primary key (enterprise_id, id),
  constraint second_look_by_another check (handled_by is null or first_by is null or handled_by <> first_by),
  constraint about_an_application check ((kind = 'viewer') = (application_id is null))
);
create unique index one_notice_a_cause on restatement_notice (enterprise_id, ref_id, institution_id, kind, application_id) nulls not distinct;
create index restatement_notice_institution_id_at_idx on restatement_notice (institution_id, at);
create index restatement_notice_id_idx on restatement_notice (id);

do $$
declare t text;
begin
  foreach t in array array['objection', 'fact_statement', 'repair', 'rights_event', 'restatement', 'restatement_notice'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to current_user using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
  end loop;
  -- The firm, the recipient whose consent was just checked, the provider that answers, the platform.
  foreach t in array array['objection', 'repair'] loop
    execute format('create policy read_parties on %I for select to xinqiao_app using (enterprise_id = actor_enterprise() or enterprise_id = actor_subject() or provider_id = actor_institution() or actor_reaches_any())', t);
    execute format('create policy firm_files on %I for insert to xinqiao_app with check (enterprise_id = actor_enterprise() or actor_reaches_any())', t);
    execute format('create policy parties_move on %I for update to xinqiao_app using (enterprise_id = actor_enterprise() or provider_id = actor_institution() or actor_reaches_any())', t);
  end loop;
  foreach t in array array['fact_statement', 'rights_event', 'restatement'] loop
    execute format('create trigger append_only before delete on %I for each row execute function refuse_change()', t);
    execute format('create trigger keep_all before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
  foreach t in array array['fact_statement', 'rights_event'] loop
    execute format('create trigger never_edited before update on %I for each row execute function refuse_change()', t);
  end loop;
end $$;
create policy read_subject on fact_statement for select to xinqiao_app
  using (enterprise_id = actor_enterprise() or enterprise_id = actor_subject() or actor_reaches_any());
create policy firm_states on fact_statement for insert to xinqiao_app
  with check (enterprise_id = actor_enterprise() or actor_reaches_any());
create policy parties on rights_event to xinqiao_app
  using (enterprise_id = actor_enterprise() or provider_id = actor_institution() or actor_reaches_any());
create policy read_own on restatement for select to xinqiao_app
  using (enterprise_id = actor_enterprise() or actor_reaches_any());
create policy platform_restates on restatement for insert to xinqiao_app with check (actor_reaches_any());
create policy platform_completes on restatement for update to xinqiao_app using (actor_reaches_any());
create policy read_told on restatement_notice for select to xinqiao_app
  using (institution_id = actor_institution() or actor_reaches_any());
create policy platform_tells on restatement_notice for insert to xinqiao_app with check (actor_reaches_any());
create policy told_answers on restatement_notice for update to xinqiao_app using (institution_id = actor_institution() or actor_reaches_any());

grant update (state, round, due_on, provisional, extended, suspends, escalated_on, verdict, answer, evidence, answered_by,
              answered_at, appeal, appealed_at, appeal_until, closed_at) on objection to xinqiao_app, xinqiao_batch;
grant update (state, due_on, escalated_on, decision, decided_by, decided_at, closed_at) on repair to xinqiao_app, xinqiao_batch;
grant update (state, after_id, after_milli, after_grade, diff, effective_on) on restatement to xinqiao_app, xinqiao_batch;
grant update (state, handled_by, handled_at, note) on restatement_notice to xinqiao_app, xinqiao_batch;

-- A provider reads what it delivered: it answers for it.
create policy read_provider on fact for select to xinqiao_app using (provider_id = actor_institution());

-- What recipients may see: what holds today, without records whose disclosure is suspended while they are disputed.
create view disclosed_fact with (security_invoker = true) as
  select f.* from current_fact f
  where not exists (select 1 from objection o
                    where o.enterprise_id = f.enterprise_id and o.item = f.item and o.source_key = f.source_key
                      and o.suspends and o.closed_at is null);
grant select on disclosed_fact to xinqiao_app, xinqiao_batch;

-- Adds the next row of one record: a correction, a revocation, a seal, or the content brought back after a seal. Only its
-- provider or the platform may, and only to the last row; deliveries of the provider wait meanwhile. Null when the record
-- was changed by somebody else since.
create function amend_fact(
  p_enterprise uuid, p_fact uuid, p_id uuid, p_op text, p_batch uuid, p_at timestamptz, p_occurred date, p_ended date,
  p_amount bigint, p_quantity integer, p_category text
) returns uuid language plpgsql security definer set search_path = public as $$
declare
  head fact;
  said fact;
begin
  select * into head from fact where enterprise_id = p_enterprise and id = p_fact;
  if head.id is null or not (coalesce(head.provider_id = actor_institution(), false) or actor_reaches_any()
                             or session_user = 'xinqiao_batch') then
    raise exception 'only the provider of a record or the platform amends it' using errcode = 'XQ002';
  end if;
  perform pg_advisory_xact_lock(hashtextextended('record.provider ' || head.provider_id, 0));
  if exists (select 1 from fact s where s.enterprise_id = p_enterprise and s.supersedes = p_fact) then
    return null;
  end if;
  if not ((head.op in ('assert', 'correct') and p_op in ('correct', 'revoke', 'seal')) or (head.op = 'seal' and p_op in ('restore', 'revoke'))) then
    return null;
  end if;
  if p_op = 'restore' then
    select * into said from fact where enterprise_id = p_enterprise and id = head.supersedes;
  else
    said := head;
    if p_op = 'correct' then
      said.occurred_on := p_occurred; said.ended_on := p_ended; said.amount_fen := p_amount;
      said.quantity := p_quantity; said.category := p_category;
      if p_occurred is distinct from head.occurred_on then said.precision := 'day'; end if;
    end if;
  end if;
  insert into fact (enterprise_id, id, item, item_version, provider_id, batch_id, source_key, op, supersedes, occurred_on,
                    precision, ended_on, amount_fen, quantity, category, detail, known_at)
  values (p_enterprise, p_id, head.item, head.item_version, head.provider_id, p_batch, head.source_key,
          case when p_op = 'restore' then 'correct' else p_op end, p_fact,
          case when p_op in ('revoke', 'seal') then null else said.occurred_on end,
          coalesce(said.precision, 'day'),
          case when p_op in ('revoke', 'seal') then null else said.ended_on end,
          case when p_op in ('revoke', 'seal') then null else said.amount_fen end,
          case when p_op in ('revoke', 'seal') then null else said.quantity end,
          case when p_op in ('revoke', 'seal') then null else said.category end,
          case when p_op in ('revoke', 'seal') then null else said.detail end, p_at);
  return p_id;
end $$;
revoke all on function amend_fact(uuid, uuid, uuid, text, uuid, timestamptz, date, date, bigint, integer, text) from public;
grant execute on function amend_fact(uuid, uuid, uuid, text, uuid, timestamptz, date, date, bigint, integer, text) to xinqiao_app, xinqiao_batch;

-- Which of these records are no longer to be shown to others: revoked, sealed, or suspended while they are disputed. Says
-- nothing that the asker did not name.
create function hidden_facts(p_enterprise uuid, p_facts uuid[]) returns setof uuid
  language sql stable security definer set search_path = public as $$
  select f.id from fact f
  where f.enterprise_id = p_enterprise and f.id = any(p_facts)
    and (exists (select 1 from fact s where s.enterprise_id = f.enterprise_id and s.item = f.item and s.source_key = f.source_key
                   and s.op in ('revoke', 'seal')
                   and not exists (select 1 from fact n where n.enterprise_id = s.enterprise_id and n.supersedes = s.id))
         or exists (select 1 from objection o where o.enterprise_id = f.enterprise_id and o.item = f.item
                      and o.source_key = f.source_key and o.suspends and o.closed_at is null))
$$;
revoke all on function hidden_facts(uuid, uuid[]) from public;
grant execute on function hidden_facts(uuid, uuid[]) to xinqiao_app, xinqiao_batch;
