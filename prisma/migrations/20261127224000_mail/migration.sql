-- A message may be meant for some roles of a house, or for one person; an urgent one does not wait for a digest.
alter table notification
  add column user_id uuid,
  add column roles text[] not null default '{}',
  add column urgent boolean not null default false;
drop policy read_notice on notification;
drop policy mark_notice on notification;
create policy read_notice on notification for select to xinqiao_app
  using (((enterprise_id = actor_enterprise() or institution_id = actor_institution()) and (user_id is null or user_id = actor_user()))
         or actor_reaches_any());
create policy mark_notice on notification for update to xinqiao_app
  using (((enterprise_id = actor_enterprise() or institution_id = actor_institution()) and (user_id is null or user_id = actor_user()))
         or actor_reaches_any());

-- How a person wants to be told by e-mail. The code that confirms an address is kept nowhere: it follows from its mail and a key.
create table mail_setting (
  user_id uuid not null constraint mail_setting_pkey primary key,
  address text,
  confirmed_at timestamptz(3),
  code_mail uuid,
  code_expires_at timestamptz(3),
  code_tries int not null default 0,
  mode text not null constraint mail_setting_mode check (mode in ('off', 'at-once', 'daily')),
  digest_hour int not null constraint mail_setting_digest check (digest_hour between 0 and 23),
  quiet_from int not null constraint mail_setting_quiet_from check (quiet_from between 0 and 23),
  quiet_to int not null constraint mail_setting_quiet_to check (quiet_to between 0 and 23),
  urgent_anytime boolean not null,
  changed_at timestamptz(3) not null
);
-- One mail to one person: `slot` says what it is for, so that it exists once.
create table mail (
  id uuid not null constraint mail_pkey primary key,
  user_id uuid not null,
  kind text not null constraint mail_kind check (kind in ('single', 'digest', 'code')),
  slot text not null,
  urgent boolean not null,
  due_at timestamptz(3) not null,
  created_at timestamptz(3) not null,
  state text not null constraint mail_state check (state in ('pending', 'sent', 'skipped', 'failed')),
  attempts int not null default 0,
  constraint mail_once unique (user_id, slot)
);
create index mail_log on mail (user_id, created_at desc);
create table mail_item (
  mail_id uuid not null,
  notification_id uuid not null,
  user_id uuid not null,
  constraint mail_item_pkey primary key (mail_id, notification_id)
);
create table mail_attempt (
  id bigserial not null constraint mail_attempt_pkey primary key,
  mail_id uuid not null,
  user_id uuid not null,
  at timestamptz(3) not null,
  outcome text not null constraint mail_attempt_outcome check (outcome in ('delivered', 'refused', 'deferred', 'unreachable')),
  code int,
  ms int not null
);
create index mail_attempt_mail_id_idx on mail_attempt (mail_id, id);

do $$
declare t text;
begin
  foreach t in array array['mail_setting', 'mail', 'mail_item', 'mail_attempt'] loop
    execute format('alter table %I enable row level security', t);
    execute format('alter table %I force row level security', t);
    execute format('create policy owner_all on %I to xinqiao_owner using (true) with check (true)', t);
    execute format('create policy batch_all on %I to xinqiao_batch using (true) with check (true)', t);
    execute format('grant select, insert on %I to xinqiao_app, xinqiao_batch', t);
    execute format('create policy own on %I to xinqiao_app using (user_id = actor_user() or actor_reaches_any()) with check (user_id = actor_user() or actor_reaches_any())', t);
  end loop;
end $$;
grant update on mail_setting to xinqiao_app, xinqiao_batch;
grant update (state, attempts) on mail to xinqiao_app, xinqiao_batch;
grant delete on mail, mail_item to xinqiao_batch;
grant usage on sequence mail_attempt_id_seq to xinqiao_app, xinqiao_batch;
create trigger append_only before update or delete on mail_attempt for each row execute function refuse_change();

-- Whether anybody in a house asked for mail: whoever writes a message may know that, and nothing more of the other house.
create function house_wants_mail(p_enterprise uuid, p_institution uuid) returns boolean
  language sql stable security definer set search_path = public as
$$ select exists (
     select 1 from user_account u join mail_setting s on s.user_id = u.id
     where s.mode <> 'off' and s.confirmed_at is not null and u.state = 'active'
       and (u.enterprise_id = p_enterprise or u.institution_id = p_institution)) $$;
revoke all on function house_wants_mail(uuid, uuid) from public;
grant execute on function house_wants_mail(uuid, uuid) to xinqiao_app, xinqiao_batch;
