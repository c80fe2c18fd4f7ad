-- Training on the platform's own loans: the orders, and cards that came of them.
alter table card_model drop constraint card_model_origin_check;
alter table card_model add constraint card_model_origin_check check (origin in ('imported', 'joint', 'own'));
alter table card_model alter column imported_by drop not null;

create table own_training (
  id uuid not null constraint own_training_pkey primary key,
  version text not null check (version ~ '^[A-Za-z0-9][A-Za-z0-9._-]{0,59}$'),
  purpose text not null,
  state text not null default 'ordered' check (state in ('ordered', 'done', 'refused')),
  counts jsonb,
  ranked jsonb,
  refusal jsonb,
  ordered_by uuid,
  ordered_at timestamptz(3) not null,
  finished_at timestamptz(3),
  constraint own_training_whole check ((state = 'ordered') = (finished_at is null) and (state = 'refused') = (refusal is not null)
    and (state = 'done') = (ranked is not null))
);
create unique index one_own_training_of_a_version on own_training (version) where state <> 'refused';

alter table own_training enable row level security;
alter table own_training force row level security;
create policy owner_all on own_training to xinqiao_owner using (true) with check (true);
create policy batch_all on own_training to xinqiao_batch using (true) with check (true);
create policy platform on own_training to xinqiao_app using (actor_reaches_any()) with check (actor_reaches_any());
grant select, insert, update on own_training to xinqiao_app, xinqiao_batch;

-- An order is answered once, and then stays.
create function guard_own_training() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'ordered'
     or (to_jsonb(new) - 'state' - 'counts' - 'ranked' - 'refusal' - 'finished_at')
        <> (to_jsonb(old) - 'state' - 'counts' - 'ranked' - 'refusal' - 'finished_at') then
    raise exception 'an answered training is kept as it is' using errcode = 'XQ001';
  end if;
  return new;
end $$;
create trigger guard before update or delete on own_training for each row execute function guard_own_training();
