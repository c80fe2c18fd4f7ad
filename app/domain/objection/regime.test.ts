import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import policies from '#prisma/seed/policy/objection.json' with { type: 'json' };
import { isWorkingDay } from '~/domain/institution/working-days.ts';
import { addDays, type Day, day, daysBetween } from '~/domain/kernel/day.ts';
import {
  endOf,
  firstDue,
  type ObjectionRegime,
  type ObjectionStep,
  regimeOf,
  stepDue,
  type Term,
} from './regime.ts';

const regimes = policies.map(({ code, body }) => ({ code, ...(body as ObjectionRegime) }));

describe('the matrix of jurisdictions', () => {
  test.each(policies.flatMap(({ code, examples }) => examples.map((example) => ({ code, ...example }))))(
    '$code: $step from $from ends on $lastDay',
    (example) => {
      const { code, step, from, receivedOn, lastDay } = example;
      const regime = regimes.find((each) => each.code === code) as ObjectionRegime;
      const extended = 'extended' in example && example.extended === true;
      const asked = { from: day(from), receivedOn: day(receivedOn), extended };
      expect(stepDue(regime, step as ObjectionStep, asked)?.lastDay).toBe(lastDay);
    },
  );

  test('every rule that ships has an example, and says what is not confirmed', () => {
    expect(policies.filter(({ examples }) => examples.length === 0).map(({ code }) => code)).toEqual([]);
    expect(policies.filter(({ unverified }) => unverified.length === 0).map(({ code }) => code)).toEqual([]);
  });

  test.each([
    ['310104', 'objection.shanghai'],
    ['331003', 'objection.taizhou'],
    ['330106', 'objection.zhejiang'],
    ['440305', 'objection.shenzhen'],
    ['440106', 'objection.national'],
    ['640104', 'objection.national'],
    [null, 'objection.national'],
  ])('a firm of %s objects under %s', (region, code) => {
    expect(regimeOf(regimes, region).code).toBe(code);
  });

  test('only Taizhou suspends disclosure', () => {
    expect(regimes.filter((each) => each.suspendsOnForward).map(({ code }) => code)).toEqual([
      'objection.taizhou',
    ]);
  });
});

const anyDay = fc.integer({ min: 0, max: 1500 }).map((n) => addDays(day('2024-01-01'), n));
const anyTerm: fc.Arbitrary<Term> = fc.record({
  days: fc.integer({ min: 0, max: 40 }),
  unit: fc.constantFrom('working' as const, 'calendar' as const),
});

test('a term of working days ends on a working day, of calendar days so many days on', () => {
  fc.assert(
    fc.property(anyDay, anyTerm, (from, term) => {
      const { lastDay } = endOf(from, term);
      if (term.unit === 'calendar') expect(daysBetween(from, lastDay)).toBe(term.days);
      else if (term.days > 0) {
        expect(isWorkingDay(lastDay)).toBe(true);
        expect(countWorking(from, lastDay)).toBe(term.days);
      } else expect(lastDay).toBe(from);
    }),
  );
});

const countWorking = (from: Day, to: Day): number => {
  let n = 0;
  for (let d = addDays(from, 1); d <= to; d = addDays(d, 1)) if (isWorkingDay(d)) n += 1;
  return n;
};

test.each([
  ['objection.shanghai', '2026-09-29', '2026-10-08'], // forwarded within two working days, though five are for an own error
  ['objection.zhejiang', '2026-11-20', '2026-11-27'],
  ['objection.taizhou', '2026-11-20', '2026-11-24'],
  ['objection.national', '2026-11-20', '2026-12-10'], // nobody checks: the provider's total
])('%s: an objection of %s is looked at or handed on by %s', (code, receivedOn, lastDay) => {
  const regime = regimes.find((each) => each.code === code) as ObjectionRegime;
  expect(firstDue(regime, day(receivedOn))?.lastDay).toBe(lastDay);
});

test('the first step never ends later than the check, the forwarding or the total', () => {
  fc.assert(
    fc.property(anyDay, fc.constantFrom(...regimes), (receivedOn, regime) => {
      const due = firstDue(regime, receivedOn);
      const terms = regime.check
        ? [regime.check, regime.forward, regime.total]
        : [regime.answer, regime.total];
      const ends = terms.flatMap((term) => (term ? [endOf(receivedOn, term).lastDay] : []));
      expect(due?.lastDay).toBe(ends.sort()[0]);
    }),
  );
});

test('an answer is never due later than the total, and an extension never shortens it', () => {
  fc.assert(
    fc.property(
      anyDay,
      fc.integer({ min: 0, max: 10 }),
      fc.constantFrom(...regimes),
      (receivedOn, later, regime) => {
        const asked = { from: addDays(receivedOn, later), receivedOn };
        const plain = stepDue(regime, 'answer', { ...asked, extended: false });
        const longer = stepDue(regime, 'answer', { ...asked, extended: true });
        if (regime.total && plain)
          expect(plain.lastDay <= endOf(receivedOn, regime.total).lastDay).toBe(true);
        if (plain && longer) expect(longer.lastDay >= plain.lastDay).toBe(true);
      },
    ),
  );
});
