-- A document's version is a hash of what it says: a copy elsewhere is right when it bears the same one.
alter table search_document add column version text not null default '';

-- Documents that a search engine outside must still take over or drop, each once. `noted` tells a change that came while
-- the one before was under way (`sent`, with the engine's task).
create table search_change (
  kind text not null,
  id text not null,
  noted bigserial not null,
  sent bigint,
  task bigint,
  constraint search_change_pkey primary key (kind, id)
);
create index search_change_waiting on search_change (noted) where task is null;
create index search_change_sent on search_change (task) where task is not null;

alter table search_change enable row level security;
alter table search_change force row level security;
create policy owner_all on search_change to current_user using (true) with check (true);
create policy batch_all on search_change to xinqiao_batch using (true) with check (true);
create policy note_all on search_change to xinqiao_app using (actor_reaches_any()) with check (actor_reaches_any());
grant select, insert, update, delete on search_change to xinqiao_batch;
grant select, insert, update on search_change to xinqiao_app;
grant usage, select on sequence search_change_noted_seq to xinqiao_app, xinqiao_batch;
