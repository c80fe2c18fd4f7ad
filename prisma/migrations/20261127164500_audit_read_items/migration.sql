-- Which items a read under consent names, taken out of the entry once when it is written: a department's scorecard counts the
-- reads of its items without opening every entry again. The entry and its hash stay as they are.
create function audit_read_items(p_action text, p_body text) returns text[] language sql immutable parallel safe as $$
  select case when p_action = 'consent.read' and jsonb_typeof(p_body::jsonb -> 'detail' -> 'items') = 'array'
    then array(select jsonb_array_elements_text(p_body::jsonb -> 'detail' -> 'items')) end $$;
alter table audit_entry add column read_items text[] generated always as (audit_read_items(action, body)) stored;
create index audit_entry_reads_idx on audit_entry (at) where action = 'consent.read' and outcome = 'ok';
