-- Machines of a department: a client with scopes and an end, and the short tokens that it gets for its secret. Neither
-- secret nor token is kept, only their hashes.
create table api_client (
  id uuid not null constraint api_client_pkey primary key,
  institution_id uuid not null,
  name text not null,
  secret_hash text not null,
  scopes text[] not null,
  expires_on date not null,
  created_by uuid not null,
  created_at timestamptz(3) not null,
  revoked_by uuid,
  revoked_at timestamptz(3),
  last_used_at timestamptz(3)
);
create index api_client_institution_id_idx on api_client (institution_id, created_at);
create table api_token (
  hash text not null constraint api_token_pkey primary key,
  client_id uuid not null,
  scopes text[] not null,
  issued_at timestamptz(3) not null,
  expires_at timestamptz(3) not null
);
create index api_token_client_id_idx on api_token (client_id);

do $$
declare t text;
begin
  foreach t in array array['api_client', 'api_token'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to xinqiao_batch', t);
    execute format('grant select, insert on %I to xinqiao_app', t);
  end loop;
end $$;
create policy parties on api_client to xinqiao_app
  using (institution_id = actor_institution() or actor_reaches_any())
  with check (institution_id = actor_institution() or actor_reaches_any());
grant update (revoked_by, revoked_at, last_used_at) on api_client to xinqiao_app;
create policy platform on api_token to xinqiao_app using (actor_reaches_any()) with check (actor_reaches_any());
grant delete on api_token to xinqiao_app;

-- What a client is does not change: one that should do something else is another client.
create function guard_api_client() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.revoked_at is not null and new.revoked_at is distinct from old.revoked_at
     or (to_jsonb(new) - 'revoked_by' - 'revoked_at' - 'last_used_at') <> (to_jsonb(old) - 'revoked_by' - 'revoked_at' - 'last_used_at') then
    raise exception 'a client is revoked, never changed' using errcode = 'XQ001';
  end if;
  return new;
end $$;
create trigger guard before update or delete on api_client for each row execute function guard_api_client();
