import { expect, test } from 'vitest';
import { z } from 'zod';
import { wrongFilters } from '~/server/http/machine-filters.ts';

const filters = { show: z.enum(['all', 'mine']).optional(), page: z.number().int().min(1).optional() };
const wrong = (text: string) => wrongFilters({ filters }, new URLSearchParams(text)).map(({ at }) => at);

test.each([
  ['', []],
  ['show=mine&page=2&lang=en', []],
  ['show=mien', ['show']],
  ['show=', ['show']],
  ['shwo=mine', ['shwo']],
  ['page=0', ['page']],
  ['page=2.5', ['page']],
  ['page=007', ['page']],
  ['page=00', ['page']],
  ['show=mine&show=all', ['show']],
  ['toString=1&constructor=2', ['toString', 'constructor']],
] as const)('“%s”: %j is wrong', (text, names) => expect(wrong(text)).toEqual(names));

test('a number that the address must carry is not a filter', () =>
  expect(wrongFilters({ query: { name: 'offset' } }, new URLSearchParams('offset=5'))).toEqual([]));
