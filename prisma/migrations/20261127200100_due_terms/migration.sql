-- What a contract says of its due dates (domain.md §2.9, edge case 11): a day of the month (结息日, such as the 20th), and what becomes of a due
-- date that is no working day. Empty: on the day of the month of the first drawdown, wherever it falls.
alter table loan add column due_day smallint constraint loan_due_day check (due_day between 1 and 28);
alter table loan add column due_holiday text constraint loan_due_holiday check (due_holiday in ('following', 'modified-following', 'preceding'));
