-- A measure that waits for a second person is taken back or refused at the bank, or falls away when its case is cleared or taken over.
alter table alert_measure add column dropped_at timestamptz(3);
alter table alert_measure add column dropped_by uuid;
alter table alert_measure add column dropped_name text;
alter table alert_measure add column drop_reason text;
alter table alert_measure add constraint alert_measure_one_end check (confirmed_at is null or dropped_at is null);
grant update (dropped_at, dropped_by, dropped_name, drop_reason) on alert_measure to xinqiao_app, xinqiao_batch;
create or replace function refuse_measure_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or old.confirmed_at is not null or old.dropped_at is not null then
    raise exception 'alert_measure is kept as it was taken: % refused', tg_op using errcode = 'XQ001';
  end if;
  return new;
end $$;
