-- A list is of the need that the firm has open; what fails is all that is neither met nor open.
alter table match_list
  add column need_id uuid,
  drop column failed;
