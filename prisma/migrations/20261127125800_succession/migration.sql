-- No update and no delete reaches a fact: not even the batch role holds the grant, and the guard fires in replication too.
revoke update, delete, truncate on fact from xinqiao_batch, xinqiao_app;
alter table fact enable always trigger append_only;
alter table fact enable always trigger keep_all;

-- What became of a firm (承继沿革): an edge to its legal successor, never edited; it is undone by a row that names it.
create table enterprise_succession (
  enterprise_id uuid not null,
  id uuid not null,
  kind text not null,
  successor_id uuid,
  share_ppm integer,
  effective_on date not null,
  basis text not null,
  undoes uuid,
  recorded_by uuid,
  known_at timestamptz(3) not null,

  constraint enterprise_succession_pkey primary key (enterprise_id, id),
  constraint succession_kind check (kind in ('merge', 'split', 'spin-off', 'undo')),
  constraint succession_parties check ((kind = 'undo') = (undoes is not null) and (kind = 'undo') = (successor_id is null)),
  constraint succession_share check ((kind in ('split', 'spin-off')) = (share_ppm is not null)
                                     and coalesce(share_ppm, 1) between 1 and 1000000),
  constraint succession_self check (successor_id <> enterprise_id)
);
create index enterprise_succession_successor_id_idx on enterprise_succession (successor_id);
create unique index one_undoing on enterprise_succession (enterprise_id, undoes) where undoes is not null;

-- Where the own store, the provider and a third source disagree about a record (三方比对), until somebody decides.
create table reconciliation (
  id uuid not null constraint reconciliation_pkey primary key,
  item text not null,
  third_source text not null,
  records integer not null,
  agreeing integer not null,
  ordered_by uuid,
  at timestamptz(3) not null
);
create table reconciliation_conflict (
  enterprise_id uuid not null,
  id uuid not null,
  reconciliation_id uuid not null,
  item text not null,
  source_key bytea not null,
  own jsonb,
  provider jsonb,
  third jsonb,
  verdict text,
  reason text,
  decided_by uuid,
  decided_at timestamptz(3),
  fact_id uuid,

  constraint reconciliation_conflict_pkey primary key (enterprise_id, id),
  constraint conflict_verdict check (verdict in ('own', 'provider', 'third')),
  constraint conflict_decided check ((verdict is null) = (decided_at is null))
);
create index reconciliation_conflict_open_idx on reconciliation_conflict (id) where verdict is null;
create index reconciliation_conflict_run_idx on reconciliation_conflict (reconciliation_id);

do $$
declare t text;
begin
  foreach t in array array['enterprise_succession', 'reconciliation', 'reconciliation_conflict'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to current_user using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_batch', t);
    execute format('create policy desk on %I to xinqiao_app using (actor_reaches_any()) with check (actor_reaches_any())', t);
  end loop;
end $$;
grant select, insert on enterprise_succession to xinqiao_app;
grant select on reconciliation, reconciliation_conflict to xinqiao_app;
grant update (verdict, reason, decided_by, decided_at) on reconciliation_conflict to xinqiao_app;
grant update (verdict, reason, decided_by, decided_at, fact_id) on reconciliation_conflict to xinqiao_batch;
create policy own_history on enterprise_succession for select to xinqiao_app
  using (enterprise_id = actor_enterprise() or successor_id = actor_enterprise());

create trigger append_only before update or delete on enterprise_succession for each row execute function refuse_change();
create trigger keep_all before truncate on enterprise_succession for each statement execute function refuse_change();

-- The edges that stand: not undone.
create view standing_succession with (security_invoker = true) as
  select s.* from enterprise_succession s
  where s.kind <> 'undo'
    and not exists (select 1 from enterprise_succession u where u.enterprise_id = s.enterprise_id and u.undoes = s.id);
grant select on standing_succession to xinqiao_app, xinqiao_batch;

-- The copy of a predecessor's fact in the books of a successor has the same id whenever it is made: of the fact and the edge.
create function inherited_id(p_fact uuid, p_edge uuid) returns uuid language sql immutable parallel safe as
  $$ select md5(p_fact::text || p_edge::text)::uuid $$;

-- The worker ends the consents of a dissolved firm; the guard lets nothing but a withdrawal through.
grant update (revoked_at, revoked_by) on consent to xinqiao_batch;
