-- A posting whose last day is past has ended; one that the firm took back is closed, and answers under way then are void.
alter table need_posting drop constraint need_posting_state_check;
alter table need_posting add constraint need_posting_state_check check (state in ('open', 'ended', 'closed'));
alter table need_answer drop constraint need_answer_state_check;
alter table need_answer add constraint need_answer_state_check
  check (state in ('taken', 'offered', 'passed', 'returned', 'chosen', 'void'));

alter table need_posting disable trigger guard;
update need_posting set state = 'ended' where state = 'closed' and (closed_at at time zone 'Asia/Shanghai')::date > open_until;
alter table need_posting enable trigger guard;

-- A bank that was cut off did not pass: it never answered.
update need_answer a set state = 'void'
from need_posting p
where p.enterprise_id = a.enterprise_id and p.id = a.posting_id
  and ((a.state = 'passed' and a.answered_at is null) or (a.state = 'taken' and p.state = 'closed'));

create or replace function guard_need_posting() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.state <> 'open'
     or (to_jsonb(new) - array['state', 'closed_at']) <> (to_jsonb(old) - array['state', 'closed_at']) then
    raise exception 'a posted need is only closed' using errcode = 'XQ001';
  end if;
  return new;
end $$;
