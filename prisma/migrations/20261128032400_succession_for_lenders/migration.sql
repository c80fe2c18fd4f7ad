-- Who absorbed a firm or was made of it stands in the public register of companies: whoever lends to firms follows its debtors there.
create policy register_for_lenders on enterprise_succession for select to xinqiao_app
  using (actor_institution() is not null and kind in ('merge', 'split', 'undo'));
