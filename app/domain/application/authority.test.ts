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

test('the own limit holds; where a bank has set one, a person without one approves nothing', () => {
  expect(mostOf(a, limits, [], today)).toBe(wan(100));
  expect(mostOf(c, limits, [], today)).toBe(fen(0));
  expect(mostOf(c, limits, [lend(a, c)], today)).toBe(wan(100));
  expect(mostOf(a, limits, [lend(c, a)], today)).toBe(wan(100));
  expect(mostOf(c, [], [], today)).toBeNull();
  expect(mostOf(c, [...limits, { userId: c, most: null }], [], today)).toBeNull();
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

test('nobody is unlimited at a bank that sets limits unless somebody said so', () => {
  const person = fc.constantFrom(a, b, c);
  const set = fc.uniqueArray(
    fc.record({ userId: person, most: fc.bigInt({ min: 0n, max: 10n ** 12n }).map(fen) }),
    {
      selector: ({ userId }) => userId,
      minLength: 1,
    },
  );
  fc.assert(
    fc.property(person, set, fc.array(fc.tuple(person, person)), (who, known, pairs) => {
      const lent = pairs.map(([from, to]) => lend(from, to));
      const most = mostOf(who, known, lent, today);
      const own = known.find(({ userId }) => userId === who)?.most ?? fen(0);
      expect(most !== null && most >= own).toBe(true);
      expect([fen(0), ...known.map((each) => each.most)]).toContain(most);
    }),
  );
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
