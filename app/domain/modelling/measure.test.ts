import fc from 'fast-check';
import { expect, test } from 'vitest';
import { statisticalCard } from '#tests/factories/statistical-card.ts';
import { type MeasuredCase, measureCard } from './measure.ts';
import { releaseSchema } from './release.ts';

const card = statisticalCard(
  'bank',
  [
    {
      name: 'years-registered',
      ranges: [
        [null, -50_000],
        [5, 50_000],
      ],
    },
  ],
  910_000,
);
const limits = {
  smallestGroup: 20,
  leastRows: 200,
  leastBads: 20,
  epsilonMilliPerStudy: 1_000,
  epsilonMilliPerYear: 6_000,
  leastDifference: 20,
};
const firms = (count: number, years: number | null, isBad: boolean): MeasuredCase[] =>
  Array.from({ length: count }, () => ({
    features: new Map(years === null ? [] : [['years-registered', years]]),
    isBad,
  }));
const cases = [
  ...firms(900, 9, false),
  ...firms(100, 2, false),
  ...firms(100, 9, true),
  ...firms(900, 2, true),
  ...firms(7, null, true),
];
const province = cases.map(({ features }) => features);
const release = (chance: number, of = cases) => measureCard(card, of, province, limits, () => chance);

test('without noise the figures are those of the outcomes, and the card’s bins are counted anew', () => {
  const quiet = release(0.01); // the middle of the distribution adds nothing
  // AUC = 0.9 × 0.9 + (0.9 × 0.1 + 0.1 × 0.9) ÷ 2 = 0.9 but for the seven unknown; KS = 907 ÷ 1,007 − 0.1
  expect(quiet).toMatchObject({ matched: 2_007, bads: 1_007, testAucCenti: 90, testKsCenti: 80 });
  expect(quiet.trainAucCenti).toBe(91);
  const [part] = quiet.characteristics;
  expect(part?.bins.map(({ firms: counted }) => counted)).toEqual([null, 1_000, 1_000]);
  expect(part?.bins.map(({ badPpm }) => badPpm)).toEqual([null, 900_000, 100_000]);
});

test('every figure carries noise, stays within what it can be, and passes the allow-list', () => {
  const chances = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
  const small = [...firms(60, 9, false), ...firms(25, 2, true), ...firms(3, null, true)];
  fc.assert(
    fc.property(chances, (chance) => {
      const told = release(chance, small);
      expect(releaseSchema.parse(told)).toEqual(told);
      for (const centi of [told.testAucCenti, told.testKsCenti]) {
        expect(centi).toBeGreaterThanOrEqual(0);
        expect(centi).toBeLessThanOrEqual(100);
      }
      for (const { firms: counted } of told.characteristics.flatMap(({ bins }) => bins))
        expect(counted === null || counted >= 20).toBe(true);
    }),
    { numRuns: 60 },
  );
  expect(release(0.999, small).testAucCenti).not.toBe(release(0.2, small).testAucCenti);
});
