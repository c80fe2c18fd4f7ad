-- What a bank finds of a loan and which bears on its class: money used otherwise than agreed (挪用), and an overdue with a
-- technical cause such as a failed transfer.
alter table loan_event drop constraint loan_event_kind_check;
alter table loan_event add constraint loan_event_kind_check check (kind in ('drawdown', 'rate-change', 'extension',
  'restructuring', 'renewal', 'write-off', 'reversal', 'misuse', 'technical-overdue'));
