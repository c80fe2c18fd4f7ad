-- An answer may be the number of a band of the catalogue (C1); never the figure.
alter table verification_answer drop constraint verification_answer_answer_check;
alter table verification_answer add column band smallint,
  add constraint verification_answer_known check (answer in ('yes', 'no', 'band', 'unavailable', 'withheld')),
  add constraint verification_answer_band check ((answer = 'band') = (band is not null) and band between 0 and 10);
alter table yes_no_question add column band smallint,
  add constraint yes_no_question_band check (band is null or (answer and band between 0 and 10));
