-- A firm on its way to the recommended list: put forward, agreed by itself, reviewed by somebody else.
create table recommendation (
  enterprise_id uuid not null,
  id uuid not null,
  -- The department that put it forward; none for the platform and for the firm itself.
  institution_id uuid,
  nominated_by uuid not null,
  nominator text not null,
  reason text not null,
  nominated_at timestamptz(3) not null,
  state text not null default 'nominated' check (state in ('nominated', 'agreed', 'listed', 'refused', 'declined')),
  -- The five standards as they stood last, with every check behind them.
  standards jsonb not null,
  need_id uuid,
  told jsonb,
  statement jsonb,
  signature text,
  agreed_by uuid,
  agreed_at timestamptz(3),
  vouched text[] not null default '{}',
  review_note text,
  reviewed_by uuid,
  reviewed_at timestamptz(3),
  posting_id uuid,
  constraint recommendation_pkey primary key (enterprise_id, id),
  constraint agreed_by_its_word check (state not in ('agreed', 'listed')
    or (need_id is not null and told is not null and statement is not null and signature is not null and agreed_at is not null)),
  constraint reviewed_by_another check (reviewed_by is null or (reviewed_by <> nominated_by and reviewed_by <> agreed_by)),
  constraint listed_is_posted check ((state = 'listed') = (posting_id is not null)),
  constraint a_review_says_why check (state not in ('listed', 'refused') or (reviewed_by is not null and review_note is not null))
);
create unique index one_nomination on recommendation (enterprise_id) where state in ('nominated', 'agreed');
create index recommendation_id_idx on recommendation (id);
create index recommendation_state_idx on recommendation (state, nominated_at desc);
create index recommendation_office_idx on recommendation (institution_id, nominated_at desc);

alter table recommendation enable row level security;
alter table recommendation force row level security;
create policy owner_all on recommendation to xinqiao_owner using (true) with check (true);
create policy batch_all on recommendation to xinqiao_batch using (true) with check (true);
create policy parties on recommendation to xinqiao_app
  using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any())
  with check (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any());
grant select, insert, update on recommendation to xinqiao_app, xinqiao_batch;
create trigger keep_all before truncate on recommendation for each statement execute function refuse_change();

-- Who put a firm forward stands as it is, a review is final, and the firm alone agrees.
create function guard_recommendation() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'a nomination is kept' using errcode = 'XQ001';
  end if;
  if old.state not in ('nominated', 'agreed')
     or (new.enterprise_id, new.id, new.nominated_by, new.nominator, new.reason, new.nominated_at)
        is distinct from (old.enterprise_id, old.id, old.nominated_by, old.nominator, old.reason, old.nominated_at)
     or new.institution_id is distinct from old.institution_id then
    raise exception 'a nomination stands as it was made and reviewed' using errcode = 'XQ001';
  end if;
  if current_user = 'xinqiao_app' then
    if new.state in ('agreed', 'declined') and new.state <> old.state and actor_enterprise() is distinct from old.enterprise_id then
      raise exception 'the firm alone agrees or declines' using errcode = 'XQ001';
    end if;
    if new.state in ('listed', 'refused') and (old.state <> 'agreed' or not actor_reaches_any()) then
      raise exception 'the platform reviews what the firm agreed to' using errcode = 'XQ001';
    end if;
  end if;
  return new;
end $$;
create trigger guard before update or delete on recommendation for each row execute function guard_recommendation();

-- A recommended firm is posted by its name, by the review.
alter table need_posting add column recommended boolean not null default false;
alter table need_posting add constraint recommended_by_name check (not recommended or named);
create policy post_recommended on need_posting for insert to xinqiao_app with check (recommended and actor_reaches_any());
