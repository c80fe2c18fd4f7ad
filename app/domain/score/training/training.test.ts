import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sha256 as sha } from '~/domain/kernel/hash.ts';
import { weightsOfEvidence } from './bin-column.ts';
import { decimalsOf, isDecimal, ratioOfScaled, scaledInteger } from './decimal.ts';
import { fitLogistic } from './logistic.ts';
import { ranking, stabilityIndex } from './measures.ts';
import { groupLikelihood, type Histogram, optimalBins } from './optimal-bins.ts';
import { strengths, trainingRule } from './rule.ts';
import { isTrainingRow, splitRows } from './split.ts';

const cells = fc.array(fc.tuple(fc.nat(40), fc.nat(40)), { minLength: 2, maxLength: 9 });
const histogramOf = (pairs: readonly (readonly [number, number])[]): Histogram => ({
  good: Float64Array.from(pairs, ([good]) => good),
  bad: Float64Array.from(pairs, ([, bad]) => bad),
});

/** Goods and bads of each bin of a partition. */
function binsOf({ good, bad }: Histogram, starts: readonly number[]): [number, number][] {
  const sum = (side: Float64Array, i: number) =>
    side.slice(starts[i], starts[i + 1] ?? good.length).reduce((a, b) => a + b, 0);
  return starts.map((_, i) => [sum(good, i), sum(bad, i)]);
}

/** The best value over every partition, tried one by one. */
function exhaustive(histogram: Histogram, minRows: number, penalty: number, sign: 0 | 1 | -1): number {
  const n = histogram.good.length;
  let top = Number.NEGATIVE_INFINITY;
  for (let mask = 0; mask < 2 ** (n - 1); mask++) {
    const starts = [
      0,
      ...Array.from({ length: n - 1 }, (_, i) => i + 1).filter((i) => mask & (1 << (i - 1))),
    ];
    const bins = binsOf(histogram, starts);
    const rates = bins.map(([good, bad]) => bad / (good + bad));
    if (bins.some(([good, bad]) => good + bad < minRows)) continue;
    if (sign !== 0 && rates.some((rate, i) => i > 0 && sign * (rate - (rates[i - 1] as number)) < 0))
      continue;
    top = Math.max(
      top,
      bins.reduce((total, [good, bad]) => total + groupLikelihood(good, bad) - penalty, 0),
    );
  }
  return top;
}

describe('optimal bins', () => {
  test.each([
    ['free', 0],
    ['rising', 1],
    ['falling', -1],
  ] as const)('%s bins are the best of all partitions', (trend, sign) => {
    fc.assert(
      fc.property(cells, fc.double({ min: 0.01, max: 3, noNaN: true }), (pairs, penalty) => {
        const histogram = histogramOf(pairs.map(([good, bad]) => [good + 1, bad] as const));
        const { starts } = optimalBins(histogram, { maxBins: 20, minRows: 1, penalty, trend });
        const value = binsOf(histogram, starts).reduce((v, [g, b]) => v + groupLikelihood(g, b) - penalty, 0);
        expect(value).toBeCloseTo(exhaustive(histogram, 1, penalty, sign), 8);
      }),
    );
  });

  test('bins asked to be monotone are monotone and large enough', () => {
    fc.assert(
      fc.property(cells, fc.constantFrom('rising', 'falling'), fc.nat(60), (pairs, trend, minRows) => {
        const histogram = histogramOf(pairs.map(([good, bad]) => [good + 1, bad] as const));
        const { starts } = optimalBins(histogram, { maxBins: 6, minRows, penalty: 0.1, trend });
        const bins = binsOf(histogram, starts);
        const rates = bins.map(([good, bad]) => bad / (good + bad));
        const sign = trend === 'rising' ? 1 : -1;
        rates.forEach((rate, i) => {
          if (i > 0) expect(sign * (rate - (rates[i - 1] as number))).toBeGreaterThanOrEqual(0);
        });
        expect(bins.length).toBeLessThanOrEqual(6);
        if (bins.length > 1)
          for (const [good, bad] of bins) expect(good + bad).toBeGreaterThanOrEqual(minRows);
      }),
    );
  });
});

test('weights of evidence reproduce the odds of each bin', () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 1e5 }), fc.integer({ min: 1, max: 1e5 })), {
        minLength: 2,
      }),
      (pairs) => {
        const { good, bad } = histogramOf(pairs);
        const { woe, iv } = weightsOfEvidence(good, bad, 0, []);
        const [goods, bads] = [good, bad].map((side) => side.reduce((a, b) => a + b, 0)) as [number, number];
        pairs.forEach(([g, b], bin) => {
          const odds = Math.exp(woe[bin] as number) * ((goods + 0.5) / (bads + 0.5));
          expect(Math.log(odds / (g / b))).toBeCloseTo(0, 9);
        });
        expect(iv).toBeGreaterThan(-1e-4);
      },
    ),
  );
});

describe('measures', () => {
  const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), fc.boolean()), {
    minLength: 2,
    maxLength: 60,
  });

  test('AUC is the naive count of pairs, KS the naive largest distance', () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const goods = pairs.filter(([, bad]) => !bad).map(([risk]) => risk);
        const bads = pairs.filter(([, bad]) => bad).map(([risk]) => risk);
        fc.pre(goods.length > 0 && bads.length > 0);
        const { auc, ks } = ranking(
          pairs.map(([risk]) => risk),
          pairs.map(([, bad]) => Number(bad)),
        );
        let wins = 0;
        for (const b of bads) for (const g of goods) wins += b > g ? 1 : b === g ? 0.5 : 0;
        expect(auc).toBeCloseTo(wins / (goods.length * bads.length), 12);
        const below = (side: number[], cut: number) =>
          side.filter((risk) => risk <= cut).length / side.length;
        const distances = Array.from({ length: 13 }, (_, cut) =>
          Math.abs(below(goods, cut) - below(bads, cut)),
        );
        expect(ks).toBeCloseTo(Math.max(...distances), 12);
      }),
    );
  });

  test('PSI is never negative, 0 for equal shares', () => {
    const counts = fc.array(fc.tuple(fc.nat(1000), fc.nat(1000)), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(counts, (pairs) => {
        const [expected, actual] = [pairs.map(([a]) => a), pairs.map(([, b]) => b)];
        expect(stabilityIndex(expected, actual)).toBeGreaterThanOrEqual(0);
        expect(stabilityIndex(actual, actual)).toBe(0);
      }),
    );
    expect(stabilityIndex([50, 50], [25, 75])).toBeCloseTo(0.25 * Math.log(3), 12);
  });
});

describe('logistic regression', () => {
  test('ends where the gradient of the penalised likelihood is zero, sampled or not', () => {
    for (const n of [400, 30_000]) {
      const d = 3;
      const x = Float64Array.from({ length: n * d }, (_, i) => Math.sin(i * 12.9898) * 2);
      const y = Uint8Array.from({ length: n }, (_, i) =>
        Number(Math.sin(i * 78.233) + (x[i * d] as number) > 0.6),
      );
      const { beta } = fitLogistic({ x, d, y, ridge: 2 });
      const gradient = new Float64Array(d + 1);
      for (let i = 0; i < n; i++) {
        const row = [...x.slice(i * d, i * d + d), 1];
        const z = row.reduce((sum, value, k) => sum + value * (beta[k] as number), 0);
        const g = 1 / (1 + Math.exp(-z)) - (y[i] as number);
        row.forEach((value, k) => {
          gradient[k] = (gradient[k] as number) + g * value;
        });
      }
      for (let k = 0; k <= d; k++) {
        const slope = (gradient[k] as number) + (k < d ? 2 * (beta[k] as number) : 0);
        expect(Math.abs(slope)).toBeLessThan(n * 1e-9);
      }
    }
  });
});

describe('split', () => {
  test('follows the published rule', () => {
    const digit = (id: string) => BigInt(`0x${sha(id)}`) % 10n;
    for (let id = 0; id < 200; id++) expect(isTrainingRow(String(id))).toBe(digit(String(id)) < 7n);
    expect(['0', '1', '2', '42'].map(digit)).toEqual([5n, 5n, 1n, 3n]);
  });

  test('each row is in one side; a salted repeat differs', () => {
    const ids = Array.from({ length: 300 }, (_, i) => `p${i}`);
    const { train, test: held } = splitRows(ids, 0);
    expect([...train, ...held].sort((a, b) => a - b)).toEqual([...ids.keys()]);
    expect([...splitRows(ids, 1).train]).not.toEqual([...train]);
    expect(isTrainingRow('p7', '3:')).toBe(isTrainingRow('3:p7'));
  });
});

describe('decimals', () => {
  test('scale exactly, halves away from zero', () => {
    expect(
      ['0.285', '-0.285', '1.005', '2.5e-3', '9e3', '.5'].map((text) => scaledInteger(text, 100)),
    ).toEqual([29, -29, 101, 0, 900_000, 50]);
    expect(scaledInteger('1e30', 1)).toBe(Number.MAX_SAFE_INTEGER);
    expect([isDecimal('1.'), isDecimal('.'), isDecimal('1,000'), isDecimal('44-45')]).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(['1.50', '3', '2e-3', '1.25e1'].map(decimalsOf)).toEqual([1, 0, 3, 1]);
  });

  test('agree with whole-number arithmetic', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.integer({ min: 0, max: 6 }), (units, decimals) => {
        const digits = String(Math.abs(units)).padStart(decimals + 1, '0');
        const text = `${units < 0 ? '-' : ''}${digits.slice(0, digits.length - decimals)}.${digits.slice(digits.length - decimals)}`;
        expect(scaledInteger(text, 10 ** decimals)).toBe(units || 0);
      }),
    );
  });

  test('ratios are ppm whatever the factors', () => {
    expect(ratioOfScaled(1, 3, [1, 1])).toBe(333_333);
    expect(ratioOfScaled(250, 5, [100, 1])).toBe(500_000);
    expect(ratioOfScaled(-1, 3_000_000, [1, 1])).toBe(0);
    expect(ratioOfScaled(1, 0, [1, 1])).toBeNaN();
  });
});

test('every card is trained by the same rule', () => {
  expect([strengths.length, trainingRule.maxBins, trainingRule.maxPairs]).toEqual([4, 16, 6]);
  const rising = (key: keyof (typeof strengths)[number]) =>
    strengths.every((strength, i) => i === 0 || strength[key] >= (strengths[i - 1]?.[key] ?? 0));
  expect([rising('penalty'), rising('smoothing'), rising('ridge'), rising('minRows')]).toEqual([
    true,
    true,
    true,
    true,
  ]);
});
