import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, day, startOf } from '~/domain/kernel/day.ts';
import { yuan } from '~/domain/kernel/money.ts';
import {
  type CaseMeasureKind,
  confirmMeasure,
  dropMeasure,
  isLimiting,
  type MeasureCase,
  measureKinds,
  takeMeasure,
} from '~/domain/monitoring/measure.ts';

const today = day('2026-11-27');
const now = new Date(startOf(today).getTime() + 10 * 3_600_000);
const waiting: MeasureCase = {
  state: 'open',
  dueAt: startOf(addDays(today, 3)),
  raisedAt: startOf(addDays(today, -2)),
  taken: ['contact'],
  balance: yuan(500_000),
};
const wish = (kind: CaseMeasureKind, more: object = {}) => ({
  ...{ kind, onDay: today, amount: null, emergency: null },
  ...more,
});
const codeOf = (alert: MeasureCase, wanted: ReturnType<typeof wish>) => {
  const taken = takeMeasure(alert, wanted, now);
  return taken.ok ? taken.value : taken.refusal.code;
};
const cut = wish('limit-reduced', { amount: yuan(1000) });

test.each([
  ['a visit needs no answer', waiting, wish('visit'), 'taken'],
  ['a limit waits for the answer', waiting, cut, 'monitoring.measure-before-reply'],
  ['it came', { ...waiting, state: 'answered' }, cut, 'taken'],
  ['its day has passed', { ...waiting, dueAt: now }, cut, 'taken'],
  ['an emergency waits for a second person', waiting, { ...cut, emergency: '资产被转移' }, 'awaiting-second'],
  ['a closed case', { ...waiting, state: 'closed' }, wish('visit'), 'monitoring.closed'],
  ['the amount is missing', waiting, wish('limit-reduced'), 'monitoring.measure-amount'],
  ['an amount of nothing', waiting, wish('visit', { amount: yuan(1) }), 'monitoring.measure-no-amount'],
  ['tomorrow', waiting, wish('visit', { onDay: addDays(today, 1) }), 'monitoring.measure-day'],
  ['before the case', waiting, wish('visit', { onDay: addDays(today, -3) }), 'monitoring.measure-day'],
  [
    'all at once',
    { ...waiting, state: 'answered', taken: [] },
    wish('acceleration'),
    'monitoring.measure-not-graduated',
  ],
  [
    'part of it is all of it',
    { ...waiting, state: 'answered' },
    wish('early-repayment', { amount: yuan(500_000) }),
    'monitoring.measure-over-balance',
  ],
] as [string, MeasureCase, ReturnType<typeof wish>, string][])('%s', (_, alert, wanted, code) => {
  expect(codeOf(alert, wanted)).toBe(code);
});

test('no measure that limits a firm takes effect before it was heard, unless two people say so', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...measureKinds),
      fc.boolean(),
      fc.option(fc.string({ minLength: 1 })),
      fc.integer({ min: 1, max: 9_000 }),
      (kind, hasAmount, emergency, dueIn) => {
        const dueAt = new Date(now.getTime() + dueIn * 60_000);
        const amount = hasAmount ? yuan(10) : null;
        const taken = takeMeasure({ ...waiting, dueAt }, wish(kind, { amount, emergency }), now);
        if (taken.ok && taken.value === 'taken') expect(isLimiting(kind)).toBe(false);
      },
    ),
  );
});

test('the second person is another one', () => {
  const measure = { by: 'a', isConfirmed: false, isDropped: false };
  expect(confirmMeasure({ state: 'open' }, measure, 'b')).toEqual({ ok: true, value: 'taken' });
  expect(confirmMeasure({ state: 'open' }, measure, 'a')).toMatchObject({ ok: false });
  expect(confirmMeasure({ state: 'open' }, { ...measure, isConfirmed: true }, 'b')).toMatchObject({
    ok: false,
  });
  expect(confirmMeasure({ state: 'closed' }, measure, 'b')).toMatchObject({ ok: false });
});

test('what waits is taken back by who recorded it or refused by another; what took effect or was dropped stays', () => {
  const measure = { by: 'a', isConfirmed: false, isDropped: false };
  expect(dropMeasure(measure, 'a')).toEqual({ ok: true, value: 'taken-back' });
  expect(dropMeasure(measure, 'b')).toEqual({ ok: true, value: 'refused' });
  const codes = [
    dropMeasure({ ...measure, isConfirmed: true }, 'a'),
    dropMeasure({ ...measure, isDropped: true }, 'a'),
    confirmMeasure({ state: 'open' }, { ...measure, isDropped: true }, 'b'),
  ].map((outcome) => (outcome.ok ? null : outcome.refusal.code));
  expect(codes).toEqual([
    'monitoring.measure-confirmed',
    'monitoring.measure-dropped',
    'monitoring.measure-dropped',
  ]);
});
