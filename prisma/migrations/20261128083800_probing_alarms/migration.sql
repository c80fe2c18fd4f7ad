-- Alarms of the probing guard, for the desk that answers them.
create index audit_entry_probing_idx on audit_entry (at) where action = 'privacy.probing-alarm';
