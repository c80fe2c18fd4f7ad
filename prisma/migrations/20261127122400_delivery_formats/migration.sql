-- How a delivered file was found to be written, said on its page.
alter table record_batch
  add column format text check (format in ('csv', 'xlsx', 'jsonl', 'push')),
  add column charset text check (charset in ('utf-8', 'gb18030'));
