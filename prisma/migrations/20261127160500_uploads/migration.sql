-- A file on its way in, part by part: after a broken connection it goes on where it stopped. Parts are added in order and
-- never changed; an upload that is given up or forgotten loses them.
create table upload (
  id uuid not null constraint upload_pkey primary key,
  provider_id uuid not null,
  item text not null,
  encoding text not null check (encoding in ('auto', 'utf-8', 'gb18030')),
  file_name text not null,
  bytes bigint not null check (bytes > 0),
  received bigint not null default 0 check (received between 0 and bytes),
  state text not null default 'open' check (state in ('open', 'finished', 'discarded', 'expired')),
  sha256 text,
  batch_id uuid,
  started_by uuid not null,
  started_at timestamptz(3) not null,
  touched_at timestamptz(3) not null,
  constraint finished_has_batch check ((state = 'finished') = (batch_id is not null))
);
create index upload_provider_id_idx on upload (provider_id, started_at);
create index upload_open_idx on upload (touched_at) where state = 'open';
create unique index upload_batch_id_key on upload (batch_id);
create table upload_part (
  upload_id uuid not null,
  at bigint not null,
  provider_id uuid not null,
  content bytea not null,
  constraint upload_part_pkey primary key (upload_id, at)
);

do $$
declare t text;
begin
  foreach t in array array['upload', 'upload_part'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('create policy parties on %I to xinqiao_app
      using (provider_id = actor_institution() or actor_reaches_any())
      with check (provider_id = actor_institution() or actor_reaches_any())', t);
    execute format('grant select, insert, delete on %I to xinqiao_app, xinqiao_batch', t);
  end loop;
end $$;
revoke delete on upload from xinqiao_app, xinqiao_batch;
grant update (received, state, sha256, batch_id, touched_at) on upload to xinqiao_app, xinqiao_batch;

-- What an upload is does not change; what was received only grows; an end is an end.
create function guard_upload() returns trigger language plpgsql as $$
begin
  if old.state <> 'open' or new.received < old.received
     or (to_jsonb(new) - 'received' - 'state' - 'sha256' - 'batch_id' - 'touched_at')
        <> (to_jsonb(old) - 'received' - 'state' - 'sha256' - 'batch_id' - 'touched_at') then
    raise exception 'an upload grows and ends, nothing else' using errcode = 'XQ001';
  end if;
  return new;
end $$;
create trigger guard before update on upload for each row execute function guard_upload();
