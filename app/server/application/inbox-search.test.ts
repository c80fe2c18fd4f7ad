import { expect, test } from 'vitest';
import {
  amountTyped,
  InboxSearch,
  inboxQueryOf,
  viewOf,
  wrongFields,
} from '~/server/application/inbox-search.ts';

const search = (asked: object) => InboxSearch.parse(asked);

test.each([
  ['50', 50n],
  ['50万', 50n],
  [' 50 万元 ', 50n],
  ['500000元', 50n],
  ['500,000 元', 50n],
  ['１００', 100n],
  ['１，０００', 1000n],
  ['1,000万', 1000n],
  ['2亿', 20_000n],
  ['0', 0n],
  ['100000000', 100_000_000n],
])('“%s” is %i 万元', (text, wan) => expect(amountTyped(text)).toBe(wan * 1_000_000n));

test.each(['abc', '万', '元', '1,0', '-5', '100000001', '9999999999999', '9'.repeat(200)])(
  '“%s” is wrong: it is kept as typed, and nothing is listed',
  (text) => {
    const asked = search({ most: text });
    expect(asked.most).toBe(text);
    expect(wrongFields(asked)).toEqual(['most']);
    expect(inboxQueryOf(asked)).toMatchObject({ none: true });
  },
);

test('a name longer than any is wrong, an empty field asks for nothing', () => {
  expect(wrongFields(search({ firm: '河'.repeat(61), least: '5' }))).toEqual(['firm']);
  expect(wrongFields(search({ firm: '\0' }))).toEqual(['firm']);
  expect(wrongFields(search({ firm: '河'.repeat(60), least: '', most: ' ' }))).toEqual([]);
  expect(inboxQueryOf(search({})).none).toBeUndefined();
  expect(inboxQueryOf(search({}))).toMatchObject({ least: null, most: null, clock: null });
});

test.each(['maker', 'product', 'branch', 'kind', 'clock'] as const)(
  'a %s that cannot be is wrong: nothing is listed',
  (field) => {
    const asked = search({ [field]: 'nobody' });
    expect(wrongFields(asked)).toEqual([field]);
    expect(inboxQueryOf(asked)).toMatchObject({ none: true });
    expect(viewOf(`${field}=nobody`)).toBeNull();
  },
);

test('a view keeps every filter, however long, and no page', () => {
  const filters = {
    state: 'mine',
    sort: 'amount',
    dir: 'desc',
    firm: `${'河'.repeat(59)}*`,
    maker: 'b3e966f4-98dc-4e25-ab43-7de1b3e2aa45',
    product: 'b3e966f4-98dc-4e25-ab43-7de1b3e2aa46',
    branch: 'head-office',
    kind: 'sole-trader',
    clock: 'day',
    least: '1,000',
    most: '2亿',
  };
  const address = new URLSearchParams(filters).toString();
  expect(address.length).toBeGreaterThan(700);
  expect(viewOf(address)).toBe(address);
  expect(viewOf(`${address}&after=1~b3e966f4-98dc-4e25-ab43-7de1b3e2aa45&else=1`)).toBe(address);
});
