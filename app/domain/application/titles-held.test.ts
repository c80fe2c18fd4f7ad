import { expect, test } from 'vitest';
import { addDays, day, startOf } from '~/domain/kernel/day.ts';
import { titles } from '~/domain/product/vocabulary.ts';
import { endOf, standingsAt } from './as-of.ts';
import { titlesHeld } from './titles-held.ts';

const first = day('2026-03-02');
const later = addDays(first, 9);
const [title, other] = titles;
const about = { item: 'honour.title', endedOn: null, occurredOn: '2025-01-01' };
const rows = [
  { ...about, id: 'a', key: 'r1', op: 'assert', supersedes: null, category: title, knownAt: startOf(first) },
  { ...about, id: 'b', key: 'r1', op: 'revoke', supersedes: 'a', category: null, knownAt: startOf(later) },
  { ...about, id: 'c', key: 'r2', op: 'assert', supersedes: null, category: other, knownAt: startOf(first) },
] as const;

test('a title counts on the days on which it stood, and for nobody from whom its record is kept back', () => {
  const held = (on: typeof first, keptBack: readonly string[] = []) => [
    ...titlesHeld(standingsAt(rows, endOf(on)), new Set(keptBack), on),
  ];
  expect(held(first)).toEqual([title, other]);
  expect(held(later)).toEqual([other]);
  expect(held(first, ['r1'])).toEqual([other]);
  expect(held(addDays(first, -1))).toEqual([]);
});

test('a title that has ended, or is of no kind that products know, counts for nothing', () => {
  const held = (change: object) => {
    const row = { ...rows[0], ...change };
    return [...titlesHeld(standingsAt([row], endOf(first)), new Set(), first)];
  };
  expect(held({ endedOn: addDays(first, 1) })).toEqual([title]);
  expect([held({ endedOn: first }), held({ occurredOn: later }), held({ category: 'none such' })]).toEqual([
    [],
    [],
    [],
  ]);
});
