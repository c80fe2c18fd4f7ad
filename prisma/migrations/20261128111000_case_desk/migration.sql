-- The alert as a case (domain.md rows H3–H7): who has it at the bank, until when it is put aside, and the case it went up into.
alter table alert add column owner_id uuid;
alter table alert add column snoozed_until date;
alter table alert add column escalated_into uuid;
create index alert_owner_id_idx on alert (owner_id) where state <> 'closed';
create index alert_loan_id_idx on alert (loan_id);
-- What a line of the timeline is about: a measure or the documents of a reply.
alter table alert_event add column about_id uuid;

-- Every verdict of a case: the first, and each that replaced it. The last one stands; append-only.
create table alert_verdict (
  enterprise_id uuid not null,
  id bigserial not null,
  alert_id uuid not null,
  institution_id uuid not null,
  verdict text not null constraint alert_verdict_verdict check (verdict in ('confirmed', 'explained', 'cured', 'false-alarm')),
  note text not null,
  -- What the verdict has to say besides: the explanation, the day of the cure, what was wrong.
  facts jsonb not null default '{}',
  -- Why an earlier verdict was reversed; null for the first.
  reason text,
  user_id uuid,
  user_name text not null default '',
  at timestamptz(3) not null,
  constraint alert_verdict_pkey primary key (enterprise_id, id)
);
create index alert_verdict_alert_id_idx on alert_verdict (alert_id, id);

-- Measures of a bank in a case (H7), graduated; never erased. One that limits the firm before it was heard waits for a second person.
create table alert_measure (
  enterprise_id uuid not null,
  id uuid not null,
  alert_id uuid not null,
  institution_id uuid not null,
  loan_id uuid not null,
  kind text not null,
  reason text not null,
  proportionality text not null,
  on_day date not null,
  amount_fen bigint constraint alert_measure_amount check (amount_fen > 0),
  emergency text,
  user_id uuid not null,
  user_name text not null,
  at timestamptz(3) not null,
  confirmed_by uuid,
  confirmed_name text,
  confirmed_at timestamptz(3),
  constraint alert_measure_pkey primary key (enterprise_id, id),
  constraint alert_measure_second_person check (confirmed_by is null or emergency is null or confirmed_by <> user_id),
  constraint alert_measure_confirmed check ((confirmed_at is null) = (confirmed_by is null))
);
create index alert_measure_alert_id_idx on alert_measure (alert_id, at);

-- What a firm attached to a reply: the hash under which the sealed bytes lie. The firm's and its lender's alone; append-only.
create table alert_document (
  enterprise_id uuid not null,
  id uuid not null,
  alert_id uuid not null,
  institution_id uuid not null,
  reply_id uuid not null,
  name text not null,
  content_type text not null,
  bytes integer not null constraint alert_document_bytes check (bytes > 0),
  sha256 text not null constraint alert_document_sha256 check (sha256 ~ '^[0-9a-f]{64}$'),
  uploaded_by uuid not null,
  uploaded_at timestamptz(3) not null,
  constraint alert_document_pkey primary key (enterprise_id, id)
);
create index alert_document_alert_id_idx on alert_document (alert_id, uploaded_at);

do $$
declare t text;
begin
  foreach t in array array['alert_verdict', 'alert_measure', 'alert_document'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
    execute format('create trigger keep_all before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
  foreach t in array array['alert_verdict', 'alert_document'] loop
    execute format('create trigger append_only before update or delete on %I for each row execute function refuse_change()', t);
  end loop;
end $$;
create policy parties on alert_verdict to xinqiao_app
  using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any());
-- The firm and the platform see what was taken, not what waits for a second person.
create policy parties on alert_measure to xinqiao_app
  using (institution_id = actor_institution()
         or ((enterprise_id = actor_enterprise() or actor_reaches_any()) and confirmed_at is not null));
create policy parties on alert_document to xinqiao_app
  using (enterprise_id = actor_enterprise() or institution_id = actor_institution());
grant usage on sequence alert_verdict_id_seq to xinqiao_app, xinqiao_batch;
grant update (confirmed_by, confirmed_name, confirmed_at) on alert_measure to xinqiao_app, xinqiao_batch;

-- Once taken or confirmed a measure stays as it is.
create function refuse_measure_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.confirmed_at is not null then
    raise exception 'alert_measure is kept as it was taken: % refused', tg_op using errcode = 'XQ001';
  end if;
  return new;
end $$;
create trigger kept_as_taken before update or delete on alert_measure for each row execute function refuse_measure_change();

-- A verdict is reversed by another person than who gave the one that stands.
create function refuse_own_reversal() returns trigger language plpgsql as $$
begin
  if new.reason is not null and new.user_id = (
    select v.user_id from alert_verdict v where v.enterprise_id = new.enterprise_id and v.alert_id = new.alert_id order by v.id desc limit 1)
  then raise exception 'a verdict is reversed by a second person' using errcode = 'XQ002'; end if;
  return new;
end $$;
create trigger second_person before insert on alert_verdict for each row execute function refuse_own_reversal();

insert into alert_verdict (enterprise_id, alert_id, institution_id, verdict, note, user_id, at)
select enterprise_id, id, institution_id, verdict, coalesce(verdict_note, ''), closed_by, closed_at
from alert where state = 'closed' and verdict is not null and closed_at is not null;
