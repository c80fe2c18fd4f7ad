-- An order is kept until it is known to be done: what a lost queue no longer holds is put back from here.
alter table outbox add column done_at timestamptz(3);

-- Orders that were carried before this column count as done: the queue that they went to is the database itself.
update outbox set done_at = relayed_at where relayed_at is not null;

create index outbox_key_idx on outbox (key);
create index outbox_open on outbox (id) where relayed_at is not null and done_at is null;
