import { expect, test } from 'vitest';
import { caseQuery, listAddress } from '~/routes/alert-query.ts';

const read = (typed: object) => caseQuery('desk').parse(typed);

test('what is left out or left empty narrows nothing and is no mistake', () => {
  const plain = { tab: 'desk', sort: 'urgency', after: null, unread: [] };
  expect(read({})).toMatchObject(plain);
  expect(read({ find: '', severity: '', owner: '', region: '', month: '', signal: '' })).toMatchObject(plain);
  expect(read({ region: '440000', severity: 'red' })).toMatchObject({
    region: '44',
    severity: 'red',
    unread: [],
  });
});

test.each([
  ['severity', 'crimson'],
  ['signal', 'a b'],
  ['owner', 'me'],
  ['region', 'x'],
  ['month', '2026-13'],
  ['state', 'late'],
  ['sort', 'name'],
  ['after', 'there'],
  ['find', ['a', 'b']],
])('a %s that cannot be read is named, and the others still narrow', (name, value) => {
  const other = name === 'severity' ? { signal: 'tax-arrears' } : { severity: 'red' };
  expect(read({ ...other, [name]: value })).toMatchObject({ ...other, unread: [name] });
});

test('the address of a list keeps its filter', () => {
  const request = new Request('http://x/bank/alerts?severity=red&_data=y&after=1');
  expect(listAddress(request, '/bank/alerts')).toBe('/bank/alerts?severity=red');
});
