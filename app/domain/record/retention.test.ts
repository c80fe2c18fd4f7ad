import { expect, test } from 'vitest';
import { day } from '~/domain/kernel/day.ts';
import { retainedUntil } from './retention.ts';

const penalty = { retentionYears: 5, retentionStart: 'determination' } as const;
const listing = { retentionYears: 5, retentionStart: 'end' } as const;
const honour = { retentionYears: null, retentionStart: null };

test.each([
  ['a penalty counts from its decision', penalty, '2024-02-29', null, '2029-02-28'],
  ['a listing counts from its end', listing, '2020-01-01', '2021-06-30', '2026-06-30'],
  ['a listing that lasts has no term', listing, '2020-01-01', null, null],
  ['an honour has no term', honour, '2020-01-01', null, null],
  ['a penalty without a date has no term', penalty, null, null, null],
])('%s', (_, item, from, to, until) => {
  const fact = { occurredOn: from === null ? null : day(from), endedOn: to === null ? null : day(to) };
  expect(retainedUntil(fact, item)).toBe(until);
});
