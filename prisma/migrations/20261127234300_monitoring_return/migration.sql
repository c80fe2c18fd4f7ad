-- The monthly return on funded firms (domain.md §2.11): each version as it was made, with the instant up to which the store was known,
-- so that it can be made again; filed once by a person, corrected by another version.
create table monitoring_return (
  month text not null constraint monitoring_return_month check (month ~ '^20[0-9]{2}-(0[1-9]|1[0-2])$'),
  version integer not null check (version > 0),
  body jsonb not null,
  sha256 text not null,
  due_on date not null,
  known_at timestamptz(3) not null,
  made_by uuid,
  reason text,
  filed_at timestamptz(3),
  filed_by uuid,
  constraint monitoring_return_pkey primary key (month, version),
  constraint monitoring_return_correction check (version = 1 or reason is not null),
  constraint monitoring_return_filed check ((filed_at is null) = (filed_by is null))
);
create unique index one_open_return on monitoring_return (month) where filed_at is null;
alter table monitoring_return enable row level security;
alter table monitoring_return force row level security;
create policy owner_all on monitoring_return to xinqiao_owner using (true) with check (true);
create policy batch_all on monitoring_return to xinqiao_batch using (true) with check (true);
create policy platform on monitoring_return to xinqiao_app using (actor_reaches_any()) with check (actor_reaches_any());
grant select, insert on monitoring_return to xinqiao_app, xinqiao_batch;
grant update (filed_at, filed_by) on monitoring_return to xinqiao_app;

create function refuse_return_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.filed_at is null and new.filed_at is not null then return new; end if;
  raise exception 'monitoring_return is filed once and never changed: % refused', tg_op using errcode = 'XQ001';
end $$;
create trigger filed_once before update or delete on monitoring_return for each row execute function refuse_return_change();
create trigger keep_all before truncate on monitoring_return for each statement execute function refuse_change();
