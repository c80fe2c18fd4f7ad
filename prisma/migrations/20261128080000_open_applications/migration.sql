-- A bank's desk reads what is open; what is closed only grows, and is no part of this index.
create index application_open_idx on application (institution_id) where closed_at is null;
