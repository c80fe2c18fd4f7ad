-- An erasure may restate a firm for each item that banks were answered about from the book that is gone.
drop index one_restatement_a_cause;
create unique index one_restatement_a_cause on restatement (enterprise_id, ref_id, item, scope);
