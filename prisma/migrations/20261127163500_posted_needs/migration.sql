-- A need that a firm puts before banks, with exactly what they are told, under its signed word.
create table need_posting (
  enterprise_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  named boolean not null,
  -- What banks read: terms of the need, the firm in broad strokes, how the firm stands with their products.
  profile jsonb not null,
  standing jsonb not null,
  -- Banks that are not asked.
  not_to uuid[] not null,
  statement jsonb not null,
  signature text not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  posted_by uuid not null,
  posted_at timestamptz(3) not null,
  open_until date not null,
  closed_at timestamptz(3),
  constraint need_posting_pkey primary key (enterprise_id, id)
);
create unique index one_open_posting on need_posting (enterprise_id, need_id) where state = 'open';
create index need_posting_id_idx on need_posting (id);
create index need_posting_open_idx on need_posting (posted_at desc) where state = 'open';

-- What one bank does with it. No bank reads another's.
create table need_answer (
  enterprise_id uuid not null,
  id uuid not null,
  posting_id uuid not null,
  institution_id uuid not null,
  state text not null check (state in ('taken', 'offered', 'passed', 'returned', 'chosen')),
  taken_by uuid not null,
  taken_at timestamptz(3) not null,
  due_at timestamptz(3) not null,
  product_id uuid,
  terms jsonb,
  valid_until date,
  answered_at timestamptz(3),
  chosen_at timestamptz(3),
  constraint need_answer_pkey primary key (enterprise_id, id),
  constraint an_offer_has_terms check (state not in ('offered', 'chosen')
    or (product_id is not null and terms is not null and valid_until is not null))
);
create unique index one_answer_per_bank on need_answer (enterprise_id, posting_id, institution_id);
create index need_answer_posting_idx on need_answer (posting_id);
create index need_answer_bank_idx on need_answer (institution_id, taken_at desc);
create index need_answer_due_idx on need_answer (due_at) where state = 'taken';

do $$
declare t text;
begin
  foreach t in array array['need_posting', 'need_answer'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert, update on %I to xinqiao_app, xinqiao_batch', t);
  end loop;
end $$;
-- A posting says whose it is: banks read it through the platform alone, without that.
create policy read_posted on need_posting for select to xinqiao_app
  using (enterprise_id = actor_enterprise() or actor_reaches_any());
create policy post_own on need_posting for insert to xinqiao_app with check (enterprise_id = actor_enterprise());
create policy close_own on need_posting for update to xinqiao_app
  using (enterprise_id = actor_enterprise() or actor_reaches_any());
create policy parties on need_answer to xinqiao_app
  using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any());

-- What was told to banks, and the terms a bank stated, stand as they were.
create function guard_need_posting() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state = 'closed'
     or (to_jsonb(new) - array['state', 'closed_at']) <> (to_jsonb(old) - array['state', 'closed_at']) then
    raise exception 'a posted need is only closed' using errcode = 'XQ001';
  end if;
  return new;
end $$;
create trigger guard before update or delete on need_posting for each row execute function guard_need_posting();
create trigger keep_all before truncate on need_posting for each statement execute function refuse_change();

create function guard_need_answer() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' then
    raise exception 'an answer is kept' using errcode = 'XQ001';
  end if;
  if old.state <> 'taken'
     and (to_jsonb(new) - array['state', 'chosen_at']) <> (to_jsonb(old) - array['state', 'chosen_at']) then
    raise exception 'an answer stands as it was given' using errcode = 'XQ001';
  end if;
  if current_user = 'xinqiao_app' and new.state = 'chosen' and old.state <> 'chosen'
     and actor_enterprise() is distinct from old.enterprise_id then
    raise exception 'the firm alone chooses' using errcode = 'XQ001';
  end if;
  return new;
end $$;
create trigger guard before update or delete on need_answer for each row execute function guard_need_answer();
create trigger keep_all before truncate on need_answer for each statement execute function refuse_change();

-- How many firms in business fit a description: a count alone, for a firm that asks whether it can be told apart.
create function firms_alike(region_prefix text, industry_prefix text, firm_kind text, firm_size text) returns integer
language sql stable security definer set search_path = public as $$
  select count(*)::integer from enterprise e
  left join enterprise_profile p on p.enterprise_id = e.id
  left join industry i on i.code = e.industry_code and i.version = e.industry_version
  where e.status = 'active' and e.kind = firm_kind
    and (region_prefix is null or e.region_code like region_prefix || '%')
    and (industry_prefix is null or i.section = industry_prefix or e.industry_code like industry_prefix || '%')
    and (firm_size is null or p.size_class = firm_size or (p.size_class is null and firm_kind = 'sole-trader'))
$$;
revoke all on function firms_alike(text, text, text, text) from public;
grant execute on function firms_alike(text, text, text, text) to xinqiao_app, xinqiao_batch;
