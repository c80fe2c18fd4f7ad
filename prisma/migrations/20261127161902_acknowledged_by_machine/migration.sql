-- Firms' and persons' consents under one name: what a recipient has to stop and delete after either ended.
create view any_consent with (security_invoker = true) as
  select enterprise_id, id, institution_id, purpose, revoked_at, null::uuid as person_id from consent
  union all
  select enterprise_id, id, institution_id, purpose, revoked_at, person_id from person_consent;
grant select on any_consent to xinqiao_app, xinqiao_batch;

-- A recipient's machine signs what it acknowledges; the proof stays beside the step.
alter table api_client add column public_key text;
alter table consent_acknowledgement
  add column statement text,
  add column signature text,
  add column signed_by uuid,
  add constraint acknowledgement_proof check (num_nulls(statement, signature, signed_by) in (0, 3));

-- A person who withdraws or is erased changes what a firm's score may rest on.
alter table restatement drop constraint restatement_cause_check;
alter table restatement add constraint restatement_cause_check check (
  cause in ('objection', 'correction', 'revocation', 'repair', 'shield', 'shield-failed', 'erasure', 'person-withdrawal'));
