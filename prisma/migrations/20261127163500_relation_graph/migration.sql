-- Who is tied to whom by the public register: representatives, shareholders, controllers and published guarantees, one row
-- a record. It follows the facts and may be made anew from them at any time.
create table relation (
  enterprise_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('legal-representative', 'shareholder', 'controller', 'guarantee')),
  -- The other side as its source names it: a credit code, or the register's mark of a natural person.
  party text not null,
  party_name text not null,
  -- The firm behind a credit code, where the platform knows it.
  party_enterprise_id uuid,
  share_ppm integer,
  since date,
  until date,
  constraint relation_pkey primary key (enterprise_id, id)
);
create index relation_party_idx on relation (party, kind);
create index relation_party_enterprise_id_idx on relation (party_enterprise_id) where party_enterprise_id is not null;

-- What the graph said of a firm when it was last looked at, and the records that say so.
create table relation_standing (
  enterprise_id uuid not null constraint relation_standing_pkey primary key,
  circle_firms integer not null,
  control_firms integer not null,
  circle_fact_id uuid,
  control_fact_id uuid,
  as_of date not null
);

do $$
declare t text;
begin
  foreach t in array array['relation', 'relation_standing'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert, update, delete on %I to xinqiao_batch', t);
  end loop;
end $$;
-- The register is public: the graph around a firm is made of the records of others.
create policy read_public on relation for select to xinqiao_app using (true);
grant select on relation to xinqiao_app;
