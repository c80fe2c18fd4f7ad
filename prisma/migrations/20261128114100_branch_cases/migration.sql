-- Verdicts, measures and documents of an alert are seen by who sees the alert.
do $$
declare t text;
begin
  foreach t in array array['alert_verdict', 'alert_measure', 'alert_document'] loop
    execute format(
      'create policy branch on %I as restrictive to xinqiao_app using ((select actor_branch()) is null or exists (select 1 from alert p where p.id = %I.alert_id))',
      t, t);
  end loop;
end $$;
