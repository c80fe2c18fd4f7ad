-- What a firm's link reaches is that firm's book: each book of a person is a data subject of its own, with a key of its
-- own; the keyed hash of the identity number, the same in all of them, is what makes them one person.
alter table data_subject add column book_of uuid;
update data_subject s set book_of = b.firm
from (select subject_id, min(enterprise_id::text)::uuid as firm
      from (select subject_id, enterprise_id from person union select subject_id, enterprise_id from person_fact) held
      group by subject_id having count(distinct enterprise_id) = 1) b
where b.subject_id = s.id;
drop index data_subject_tag_key;
create unique index one_book_of_a_person on data_subject (tag, book_of) where tag is not null;
create index data_subject_tag_idx on data_subject (tag);

-- Somebody showed who they are at the platform's desk: two people read the document, one after the other, and the second
-- hands out a link that opens everything held about that person. Empty tag: the person had everything erased.
create table identity_check (
  id uuid not null,
  tag text,
  document text not null check (document in ('identity-card', 'temporary-card', 'household-register')),
  reason text not null,
  asked_by uuid not null,
  asker_name text not null,
  asked_at timestamptz(3) not null,
  decision text check (decision in ('confirmed', 'refused')),
  note text,
  decided_by uuid,
  decider_name text,
  decided_at timestamptz(3),
  token_hash text,
  expires_at timestamptz(3),
  constraint identity_check_pkey primary key (id),
  constraint decided_by_another check (decided_by is null or decided_by <> asked_by),
  constraint decided_whole check (num_nulls(decision, decided_by, decider_name, decided_at) in (0, 4)),
  constraint confirmed_with_link check ((coalesce(decision, '') = 'confirmed') = (token_hash is not null)
                                        and (token_hash is null) = (expires_at is null))
);
create unique index identity_check_token_hash_key on identity_check (token_hash);
create index identity_check_tag_idx on identity_check (tag);
create index identity_check_asked_at_idx on identity_check (asked_at);

-- A report on everything held about a person, in whichever firm's book, was opened behind such a link.
create table whole_report (
  id uuid not null,
  identity_id uuid not null,
  at timestamptz(3) not null,
  constraint whole_report_pkey primary key (id)
);
create index whole_report_identity_id_idx on whole_report (identity_id, at);

-- Who objects behind such a link need not have been named by the firm whose book holds the record.
alter table person_objection alter column person_id drop not null;

do $$
declare t text;
begin
  foreach t in array array['identity_check', 'whole_report'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('create policy platform on %I to xinqiao_app using (actor_reaches_any()) with check (actor_reaches_any())', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
    execute format('create trigger keep_all before truncate on %I for each statement execute function refuse_change()', t);
  end loop;
end $$;
create trigger append_only before update or delete on whole_report for each row execute function refuse_change();
grant update (tag, decision, note, decided_by, decider_name, decided_at, token_hash, expires_at) on identity_check to xinqiao_app, xinqiao_batch;

create function refuse_identity_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.decision is null and new.decision is not null and new.tag is not distinct from old.tag
    and (new.document, new.reason, new.asked_by, new.asked_at) = (old.document, old.reason, old.asked_by, old.asked_at) then
    return new;
  end if;
  if tg_op = 'UPDATE' and new.tag is null and (to_jsonb(new) - 'tag') = (to_jsonb(old) - 'tag') then
    return new;
  end if;
  raise exception 'who showed who they are is decided on once and never changed';
end $$;
create trigger decided_once before update or delete on identity_check for each row execute function refuse_identity_change();
