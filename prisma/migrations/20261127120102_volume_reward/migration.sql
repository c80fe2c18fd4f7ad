-- What banks are paid for new lending under a scheme (新增奖励), worked out with a settlement; append-only.
create table volume_reward (
  institution_id uuid not null,
  id uuid not null,
  run_id uuid not null,
  quarter text not null,
  scheme_code text not null,
  scheme_version integer not null,
  volume_fen bigint not null,
  amount_fen bigint not null,
  funding jsonb not null,
  made_at timestamptz(3) not null,
  constraint volume_reward_pkey primary key (institution_id, id)
);
create unique index volume_reward_institution_id_run_id_scheme_code_scheme_vers_key
  on volume_reward (institution_id, run_id, scheme_code, scheme_version);

alter table volume_reward enable row level security;
alter table volume_reward force row level security;
create policy owner_all on volume_reward to current_user using (true) with check (true);
create policy batch_all on volume_reward to xinqiao_batch using (true) with check (true);
create policy read_parties on volume_reward for select to xinqiao_app
  using (institution_id = actor_institution() or actor_reaches_any());
create policy platform_insert on volume_reward for insert to xinqiao_app with check (actor_reaches_any());
create trigger append_only before update or delete on volume_reward for each row execute function refuse_change();
create trigger keep_all before truncate on volume_reward for each statement execute function refuse_change();
grant select, insert on volume_reward to xinqiao_app, xinqiao_batch;
