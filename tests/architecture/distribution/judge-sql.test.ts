import { expect, test } from 'vitest';
import { judgeSql, type Verdict } from './judge-sql.ts';

const keyed = [
  { name: 'loan', key: 'enterprise_id' },
  { name: 'offer', key: 'enterprise_id' },
  { name: 'enterprise', key: 'id' },
];

test.each<[string, Verdict | null]>([
  ['select 1 from institution where id = $1', null],
  ['select 1 from loan where enterprise_id = $1::uuid and id = $2', 'routed'],
  ['select 1 from loan l where l.enterprise_id = any($1)', 'routed'],
  ['select 1 from loan l join enterprise e on e.id = l.enterprise_id where l.enterprise_id = $1', 'routed'],
  [
    'select 1 from loan l join enterprise e on e.id = l.enterprise_id where l.institution_id = $1',
    'colocated',
  ],
  ['select 1 from loan l join offer o on o.id = l.offer_id where l.enterprise_id = $1', 'keyless'],
  ['select count(*) from loan where institution_id = $1', 'colocated'],
  ['select 1 from loan l join offer o using (enterprise_id, id)', 'colocated'],
  ['update loan set state = $1 where id = $2', 'colocated'],
  ['update loan set state = $1 where enterprise_id = $2 and id = $3', 'routed'],
  ['insert into loan (enterprise_id, id) values ($1, $2)', 'routed'],
  ['insert into loan (id) values ($1)', 'keyless'],
  ['delete from loan where id = $1', 'colocated'],
  ['select 1 from enterprise where uscc = $1', 'colocated'],
  ['select 1 from enterprise where id = $1', 'routed'],
])('%s is %s', (sql, verdict) => {
  expect(judgeSql(sql, keyed)?.verdict ?? null).toBe(verdict);
});
