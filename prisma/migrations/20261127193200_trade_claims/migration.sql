-- Orders and receivables that a firm borrows on, and what their buyers say of them (确权).
create table trade_claim (
  enterprise_id uuid not null,
  id uuid not null,
  kind text not null check (kind in ('order', 'receivable')),
  buyer_name text not null,
  -- The buyer's firm on the platform, which then answers by its own account and not by a link.
  buyer_enterprise_id uuid,
  reference text not null,
  amount_fen bigint not null check (amount_fen > 0),
  due_on date not null,
  token_hash text,
  asked_by uuid not null,
  asked_at timestamptz(3) not null,
  answer_until date not null,
  state text not null default 'asked' check (state in ('asked', 'confirmed', 'disputed', 'withdrawn')),
  answered_at timestamptz(3),
  -- Who answered for the buyer, and whether by the buyer's account or by the link alone.
  answered_name text,
  answered_by text check (answered_by in ('account', 'link')),
  confirmed_fen bigint check (confirmed_fen > 0),
  answer_note text,
  statement jsonb,
  signature text,
  constraint trade_claim_pkey primary key (enterprise_id, id),
  constraint a_confirmation_has_its_amount check ((state = 'confirmed') = (confirmed_fen is not null)),
  constraint an_answer_says_whose check ((state in ('confirmed', 'disputed')) = (answered_by is not null)),
  constraint not_more_than_asked check (confirmed_fen <= amount_fen),
  constraint a_buyer_of_its_own check (buyer_enterprise_id <> enterprise_id)
);
create unique index trade_claim_token on trade_claim (enterprise_id, token_hash) where token_hash is not null;
create index trade_claim_id_idx on trade_claim (id);
create index trade_claim_token_hash_idx on trade_claim (token_hash);
create index trade_claim_buyer_idx on trade_claim (buyer_enterprise_id, asked_at) where buyer_enterprise_id is not null;

-- A claim that the firm shows a bank with an application.
create table trade_claim_share (
  enterprise_id uuid not null,
  claim_id uuid not null,
  application_id uuid not null,
  institution_id uuid not null,
  shared_at timestamptz(3) not null,
  constraint trade_claim_share_pkey primary key (enterprise_id, claim_id, application_id)
);
create index trade_claim_share_application_idx on trade_claim_share (application_id);

do $$
declare t text;
begin
  foreach t in array array['trade_claim', 'trade_claim_share'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
  end loop;
end $$;
grant update on trade_claim to xinqiao_app, xinqiao_batch;
create policy read_parties on trade_claim for select to xinqiao_app
  using (enterprise_id = actor_enterprise() or buyer_enterprise_id = actor_enterprise() or actor_reaches_any());
create policy ask_own on trade_claim for insert to xinqiao_app with check (enterprise_id = actor_enterprise());
-- The firm takes a question back; the answer is written by the platform, for the buyer.
create policy withdraw_own on trade_claim for update to xinqiao_app
  using (enterprise_id = actor_enterprise() or actor_reaches_any())
  with check (actor_reaches_any() or state in ('asked', 'withdrawn'));
create policy parties on trade_claim_share to xinqiao_app
  using (enterprise_id = actor_enterprise() or institution_id = actor_institution() or actor_reaches_any())
  with check (enterprise_id = actor_enterprise());

-- What was asked stands as it was, and so does an answer.
create function guard_trade_claim() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'asked'
     or (to_jsonb(new) - array['state', 'answered_at', 'answered_name', 'answered_by', 'confirmed_fen', 'answer_note', 'statement', 'signature'])
     <> (to_jsonb(old) - array['state', 'answered_at', 'answered_name', 'answered_by', 'confirmed_fen', 'answer_note', 'statement', 'signature']) then
    raise exception 'a claim is answered or taken back once' using errcode = 'XQ001';
  end if;
  return new;
end $$;
create trigger guard before update or delete on trade_claim for each row execute function guard_trade_claim();
create trigger keep_all before truncate on trade_claim for each statement execute function refuse_change();
create trigger append_only before update or delete on trade_claim_share for each row execute function refuse_change();
