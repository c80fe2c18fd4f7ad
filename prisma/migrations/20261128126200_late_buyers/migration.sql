-- When the firm, the buyer and the banks were told that the buyer let its time run out; once.
alter table trade_claim add column late_told_at timestamptz(3);
create index trade_claim_late_idx on trade_claim (answer_until) where state = 'asked' and late_told_at is null;

create or replace function guard_trade_claim() returns trigger language plpgsql as $$
declare
  written constant text[] := array['state', 'answered_at', 'answered_name', 'answered_by', 'confirmed_fen', 'answer_note', 'statement', 'signature', 'late_told_at'];
begin
  if tg_op = 'DELETE' or old.state <> 'asked' or (old.late_told_at is not null and new.late_told_at is distinct from old.late_told_at)
     or (to_jsonb(new) - written) <> (to_jsonb(old) - written) then
    raise exception 'a claim is answered or taken back once' using errcode = 'XQ001';
  end if;
  return new;
end $$;
