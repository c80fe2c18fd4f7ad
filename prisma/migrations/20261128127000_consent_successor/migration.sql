-- What a newer consent of the same use took over from one that it replaced; null where none replaced it.
create or replace view any_consent with (security_invoker = true) as
  select c.enterprise_id, c.id, c.institution_id, c.purpose, c.revoked_at, null::uuid as person_id,
         c.items, c.fetch_type, c.valid_to, c.retention_days, c.granted_at,
         (select n.items from consent n
          where n.enterprise_id = c.enterprise_id and n.renews = c.id and n.granted_at = c.revoked_at limit 1) as newer_items
  from consent c
  union all
  select p.enterprise_id, p.id, p.institution_id, p.purpose, p.revoked_at, p.person_id,
         p.items, 'periodic' as fetch_type, p.valid_to, 0 as retention_days, p.granted_at,
         (select n.items from person_consent n
          where n.enterprise_id = p.enterprise_id and n.person_id = p.person_id and n.granted_at = p.revoked_at limit 1) as newer_items
  from person_consent p;
