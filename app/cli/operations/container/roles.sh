#!/bin/sh
# Runs once when the database is made: the two working roles, neither of which passes row-level security.
set -eu
psql -v ON_ERROR_STOP=1 -U "$POSTGRES_USER" -d "$POSTGRES_DB" -v app="$APP_PASSWORD" -v batch="$BATCH_PASSWORD" <<'SQL'
create role xinqiao_app login nobypassrls password :'app';
create role xinqiao_batch login nobypassrls password :'batch';
SQL
