-- Which of the sources compared made the determination (谁认定谁负责), and what came of it.
alter table reconciliation
  add column authority text not null default 'provider'
  constraint reconciliation_authority check (authority in ('provider', 'third', 'none'));
alter table reconciliation_conflict
  -- A case decided about the record here, or it was ended here: a copy alone does not undo that.
  add column decided_here boolean not null default false,
  -- The authority's word stood by policy: nobody decided.
  add column stood boolean not null default false,
  add constraint conflict_stood check (not stood or (verdict in ('provider', 'third') and decided_by is null));
grant update (stood) on reconciliation_conflict to xinqiao_batch;
