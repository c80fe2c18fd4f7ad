-- What a web process keeps between requests also rests on these: banks' measured response times, the catalogue, names of
-- regions and industries, published cards.
do $$
declare t text;
begin
  foreach t in array array['bank_response', 'catalogue_item', 'region', 'industry', 'scorecard'] loop
    execute format('create trigger note_public_change after insert or update or delete on %I for each statement execute function note_public_change()', t);
  end loop;
end $$;
