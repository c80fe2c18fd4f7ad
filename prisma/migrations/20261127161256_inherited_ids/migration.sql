-- Copies in the books of successors have ids that are well-formed UUIDs (version 8, RFC 9562): they stand in addresses and
-- in orders of jobs, where anything else is refused.
create or replace function inherited_id(p_fact uuid, p_edge uuid) returns uuid language sql immutable parallel safe as
  $$ select overlay(overlay(md5(p_fact::text || p_edge::text) placing '8' from 13 for 1) placing '8' from 17 for 1)::uuid $$;
