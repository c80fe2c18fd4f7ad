-- A sole trader, a natural person, does not accept decisions made by automation alone and asks for people (个人信息保护法 24).
create table human_review (
  enterprise_id uuid not null,
  id uuid not null,
  since timestamptz(3) not null,
  until timestamptz(3),
  set_by uuid not null,
  constraint human_review_pkey primary key (enterprise_id, id)
);
create unique index one_human_review on human_review (enterprise_id) where until is null;

alter table human_review enable row level security;
alter table human_review force row level security;
create policy owner_all on human_review to xinqiao_owner using (true) with check (true);
create policy batch_all on human_review to xinqiao_batch using (true) with check (true);
grant select, insert on human_review to xinqiao_app, xinqiao_batch;
grant update (until) on human_review to xinqiao_app;
create policy read_wish on human_review for select to xinqiao_app using (true);
create policy set_own on human_review for insert to xinqiao_app with check (enterprise_id = actor_enterprise());
create policy end_own on human_review for update to xinqiao_app using (enterprise_id = actor_enterprise());
create trigger write_once before update or delete on human_review for each row execute function refuse_overwriting();
create trigger keep_all before truncate on human_review for each statement execute function refuse_change();
