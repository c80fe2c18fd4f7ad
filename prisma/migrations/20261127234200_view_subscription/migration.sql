-- A person asks to be told of a filtered list again and again. No copy is kept: what it says is read under the person's rights of that day.
create table view_subscription (
  id uuid not null constraint view_subscription_pkey primary key,
  user_id uuid not null,
  view text not null constraint view_subscription_view check (view in ('funded-firms')),
  query text not null,
  cadence text not null constraint view_subscription_cadence check (cadence in ('daily', 'weekly', 'monthly')),
  next_on date not null,
  created_at timestamptz(3) not null,
  ended_at timestamptz(3),
  ended_for text constraint view_subscription_ended_for check (ended_for in ('asked', 'rights')),
  constraint view_subscription_end check ((ended_at is null) = (ended_for is null))
);
create unique index view_subscription_once on view_subscription (user_id, view, query) where ended_at is null;
create index view_subscription_due on view_subscription (next_on) where ended_at is null;
alter table view_subscription enable row level security;
alter table view_subscription force row level security;
create policy owner_all on view_subscription to xinqiao_owner using (true) with check (true);
create policy batch_all on view_subscription to xinqiao_batch using (true) with check (true);
grant select, insert on view_subscription to xinqiao_app, xinqiao_batch;
grant update (next_on, ended_at, ended_for) on view_subscription to xinqiao_app, xinqiao_batch;
create policy own on view_subscription to xinqiao_app
  using (user_id = actor_user() or actor_reaches_any()) with check (user_id = actor_user() or actor_reaches_any());
