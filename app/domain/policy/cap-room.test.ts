import { expect, test } from 'vitest';
import { addDays, day } from '~/domain/kernel/day.ts';
import { wan } from '~/domain/kernel/money.ts';
import { ppm, wholePpm } from '~/domain/kernel/rate.ts';
import { shareCap } from './cap-room.ts';

const from = day('2026-01-05');
const loan = (id: string, days: number, balance: number) => {
  const drawnOn = addDays(from, days);
  const until = addDays(drawnOn, 365);
  return {
    ...{ id, drawnOn, until, eligiblePart: wholePpm, cap: wan(100) },
    balances: [{ from: drawnOn, balance: wan(balance) }],
  };
};
const roomOf = (id: string, part?: (user: string, against: string) => number) =>
  shareCap(
    [loan('old', 0, 80), loan('new', 30, 60)],
    part && ((user, against) => ppm(part(user, against))),
  ).get(id);

test('one borrower: the loan drawn later has what the first leaves', () => {
  expect(roomOf('new')?.[0]?.balance).toBe(wan(20));
});

test('a predecessor whose half came over leaves more, and loses nothing of its own', () => {
  const half = (user: string, against: string) => (user === 'old' && against === 'new' ? 500_000 : 1_000_000);
  expect(roomOf('new', half)?.[0]?.balance).toBe(wan(60));
  expect(roomOf('old', half)?.[0]?.balance).toBe(wan(80));
});

test('use that did not come over takes no room', () => {
  expect(roomOf('new', () => 0)?.[0]?.balance).toBe(wan(60));
});
