import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day } from '~/domain/kernel/day.ts';
import type { UserId } from '~/domain/kernel/id.ts';
import { fen, wan } from '~/domain/kernel/money.ts';
import { mostOf } from './authority.ts';

const [a, b, c] = ['a', 'b', 'c'] as readonly string[] as [UserId, UserId, UserId];
const today = day('2026-11-27');
const limits = [
  { userId: a, most: wan(100) },
  { userId: b, most: wan(500) },
];
const lend = (from: UserId, to: UserId, firstDay = today, lastDay = today) => ({
  from,
  to,
  firstDay,
  lastDay,
});

test('the own limit holds, and nobody’s is no limit', () => {
  expect(mostOf(a, limits, [], today)).toBe(wan(100));
  expect(mostOf(c, limits, [], today)).toBeNull();
});

test('a lent limit raises the own one on its days alone, and never lowers it', () => {
  expect(mostOf(a, limits, [lend(b, a)], today)).toBe(wan(500));
  expect(mostOf(b, limits, [lend(a, b)], today)).toBe(wan(500));
  expect(mostOf(a, limits, [lend(b, a, addDays(today, 1), addDays(today, 2))], today)).toBe(wan(100));
  expect(mostOf(a, limits, [lend(b, a, addDays(today, -2), addDays(today, -1))], today)).toBe(wan(100));
});

test('what was lent is not lent on', () => {
  const three = [...limits, { userId: c, most: wan(1) }];
  expect(mostOf(c, three, [lend(a, c), lend(b, a)], today)).toBe(wan(100));
});

test('more delegations never lower what a person may approve', () => {
  const some = fc.array(fc.record({ from: fc.constantFrom(a, b, c), to: fc.constantFrom(a, b, c) }));
  fc.assert(
    fc.property(some, some, fc.bigInt({ min: 0n, max: 10n ** 12n }), (one, more, most) => {
      const known = [...limits, { userId: c, most: fen(most) }];
      const days = { firstDay: today, lastDay: today };
      const less =
        mostOf(
          a,
          known,
          one.map((d) => ({ ...d, ...days })),
          today,
        ) ?? fen(10n ** 15n);
      const all =
        mostOf(
          a,
          known,
          [...one, ...more].map((d) => ({ ...d, ...days })),
          today,
        ) ?? fen(10n ** 15n);
      expect(all >= less).toBe(true);
    }),
  );
});
