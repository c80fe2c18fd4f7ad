-- What a bank signed about a proposal states its amount: the firm reads it once that proposal was decided, and never where
-- it was sent back, withdrawn from or left to lapse.
drop policy parties on bank_message;
create policy parties on bank_message to xinqiao_app
  using (
    institution_id = actor_institution()
    or actor_reaches_any()
    or (enterprise_id = actor_enterprise() and not exists (
      select 1 from application_event v
      where v.enterprise_id = bank_message.enterprise_id and v.id = bank_message.event_id and v.to_state = 'proposed'
        and coalesce((select n.to_state from application_event n
                      where n.enterprise_id = v.enterprise_id and n.application_id = v.application_id and n.id > v.id
                      order by n.id limit 1), '') not in ('approved', 'declined')))
  )
  with check (institution_id = actor_institution());
