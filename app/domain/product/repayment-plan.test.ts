import { describe, expect, it } from 'vitest';
import { day } from '~/domain/kernel/day.ts';
import { plus, wan } from '~/domain/kernel/money.ts';
import { percent } from '~/domain/kernel/rate.ts';
import { planRows } from '~/domain/product/repayment-plan.ts';
import { scheduleOf } from '~/domain/product/schedule.ts';

const scheduleFor = (termMonths: number) =>
  scheduleOf({
    principal: wan(100),
    rate: percent('3.65'),
    method: 'equal-instalment',
    disbursedOn: day('2026-11-23'),
    termMonths,
    dayCount: 'thirty360',
  });

describe('a repayment plan', () => {
  it.each([
    [12, 12, 12],
    [13, 5, 13],
    [36, 12, 36],
    [37, 7, 37],
    [240, 10, 240],
    [360, 10, 360],
  ])('of %i instalments has %i rows and ends at %i', (termMonths, rows, last) => {
    const plan = planRows(scheduleFor(termMonths));
    expect([plan.length, plan.at(-1)?.last]).toEqual([rows, last]);
    expect(plus(...plan.map((row) => row.principal))).toBe(wan(100));
  });
});
