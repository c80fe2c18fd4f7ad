-- Creditor committees (债权人委员会, domain.md row H7) of firms that several banks lend to, and their minutes. Banks and firms read
-- and write them through the platform alone, which tells each what it may know.
create table creditor_committee (
  enterprise_id uuid not null,
  id uuid not null,
  alert_id uuid not null,
  state text not null default 'asked' constraint creditor_committee_state check (state in ('asked', 'refused', 'open', 'closed')),
  called_at timestamptz(3) not null,
  constraint creditor_committee_pkey primary key (enterprise_id, id)
);
create unique index one_live_committee on creditor_committee (enterprise_id) where state in ('asked', 'open');

create table committee_step (
  enterprise_id uuid not null,
  id bigserial not null,
  committee_id uuid not null,
  kind text not null constraint committee_step_kind check (kind in ('asked', 'agreed', 'refused', 'invited', 'joined', 'declined',
    'proposed', 'voted-for', 'voted-against', 'adopted', 'rejected', 'closed')),
  institution_id uuid,
  measure_id uuid,
  measure text constraint committee_step_measure check (measure in ('keep-lending', 'extend', 'joint-visit', 'restructure', 'orderly-exit')),
  until_day date,
  text text not null default '',
  user_id uuid,
  at timestamptz(3) not null,
  constraint committee_step_pkey primary key (enterprise_id, id)
);
create index committee_step_committee_id_idx on committee_step (committee_id);
create index committee_step_institution_id_kind_idx on committee_step (institution_id, kind);
-- One vote and one answer a bank.
create unique index one_committee_vote on committee_step (enterprise_id, measure_id, institution_id)
  where kind in ('proposed', 'voted-for', 'voted-against');
create unique index one_committee_answer on committee_step (enterprise_id, committee_id, institution_id)
  where kind in ('joined', 'declined');

do $$
declare t text;
begin
  foreach t in array array['creditor_committee', 'committee_step'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('create policy platform on %I to xinqiao_app using (actor_reaches_any()) with check (actor_reaches_any())', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
  end loop;
end $$;
grant update (state) on creditor_committee to xinqiao_app, xinqiao_batch;
grant usage on sequence committee_step_id_seq to xinqiao_app, xinqiao_batch;
create trigger append_only before update or delete on committee_step for each row execute function refuse_change();
create trigger keep_all before truncate on committee_step for each statement execute function refuse_change();
