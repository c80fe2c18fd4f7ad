import fc from 'fast-check';
import { expect, test } from 'vitest';
import { funnelShown, provinceShown } from './funnel-shown.ts';

test('large figures with large losses between them are all shown', () => {
  const places = [
    [90, 60, 40, 20],
    [70, 50, 30, 10],
  ];
  expect(funnelShown(places)).toEqual({ places, all: [160, 110, 70, 30] });
});

test('31 of 34 that went on would tell of 3 that did not', () => {
  const { all } = funnelShown([[90, 34, 31, 31]]);
  expect(all[1] === null || all[2] === null).toBe(true);
  expect(all[0]).toBe(90);
});

test('a step without a firm is shown as such', () => {
  expect(funnelShown([[90, 40, 0, 0]]).all).toEqual([90, 40, 0, 0]);
});

test('property: no step is small, nor what lies between two steps that are shown, of a place, of all, or of the other places', () => {
  const place = fc
    .array(fc.oneof(fc.nat(6), fc.nat(40)), { minLength: 4, maxLength: 4 })
    .map((ends) => ends.map((_, at) => ends.slice(at).reduce((sum, n) => sum + n, 0)));
  fc.assert(
    fc.property(fc.array(place, { minLength: 1, maxLength: 6 }), (places) => {
      const { places: shown, all } = funnelShown(places);
      for (const [at, steps] of [...shown, all].entries()) {
        const real = places[at];
        if (real) expect(steps.every((n, step) => n === null || n === real[step])).toBe(true);
        const open = steps.filter((n) => n !== null);
        const between = open.map((n, i) => n - (open[i + 1] ?? 0));
        expect(between.every((n) => n === 0 || n >= 5)).toBe(true);
      }
      for (const step of [0, 1, 2, 3]) {
        const [total, own] = [all[step] ?? null, shown.map((steps) => steps[step] ?? null)];
        const rest = total === null ? null : total - own.reduce<number>((sum, n) => sum + (n ?? 0), 0);
        if (own.includes(null) && rest !== null) expect(rest).toBeGreaterThanOrEqual(5);
      }
    }),
  );
});

const province = (firms: number, ...counts: number[]) =>
  provinceShown({
    grades: counts.map((n, at) => ({ grade: 'ABC'[at] ?? 'D', firms: n })),
    sums: { firms, loans: 9, lent: 1n, borrowers: 5 },
  });

test('the firms on record are not shown where they would bound the grades that are kept back', () => {
  expect(province(5, 3, 2)).toMatchObject({
    grades: [{ firms: null }, { firms: null }],
    sums: { firms: null },
  });
  expect(province(12, 3, 9)).toMatchObject({
    grades: [{ firms: null }, { firms: null }],
    sums: { firms: 12 },
  });
  expect(province(60, 40, 20)).toMatchObject({ grades: [{ firms: 40 }, { firms: 20 }], sums: { firms: 60 } });
});

test('nor are grades that would tell of the few firms without one', () => {
  const shown = province(63, 40, 20);
  expect(shown.grades).toEqual([
    { grade: 'A', firms: 40 },
    { grade: 'B', firms: null },
  ]);
  expect(shown.sums.firms).toBe(63);
});

test.each([
  [0, 0, 0n],
  [1, null, null],
  [4, null, null],
  [5, 7, 70n],
])('what %i borrowers got is shown as %j loans', (borrowers, loans, lent) => {
  const sums = { firms: 50, loans: borrowers && 7, lent: borrowers ? 70n : 0n, borrowers };
  expect(provinceShown({ grades: [], sums }).sums).toMatchObject({ loans, lent });
});
