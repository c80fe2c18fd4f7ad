import fc from 'fast-check';
import { expect, test } from 'vitest';
import { day } from '~/domain/kernel/day.ts';
import { fen, zeroFen } from '~/domain/kernel/money.ts';
import { forecastPool, runsDryOn } from './forecast.ts';

const today = day('2026-11-27');
const month = (net: number) => ({ month: '2026-10', net: fen(net) });

test('what waits is paid first, then the average of the past, until nothing is left', () => {
  const points = forecastPool(today, fen(100), fen(40), [month(20), month(10)], 5);
  expect(points.map((point) => Number(point.balance))).toEqual([100, 45, 30, 15, 0, 0]);
  expect(points[1]?.on).toBe('2026-12-27');
  expect(runsDryOn(points)).toBe('2027-03-27');
});

test('without a past the money stays; it never goes below zero nor up while money is spent', () => {
  expect(runsDryOn(forecastPool(today, fen(100), zeroFen, []))).toBeNull();
  const amount = fc.nat(10_000).map(fen);
  fc.assert(
    fc.property(amount, amount, fc.array(amount), (free, waiting, past) => {
      const points = forecastPool(
        today,
        free,
        waiting,
        past.map((net) => ({ month: '', net })),
      );
      points.forEach((point, at) => {
        expect(point.balance >= 0n && point.balance <= (points[at - 1] ?? point).balance).toBe(true);
      });
    }),
  );
});
