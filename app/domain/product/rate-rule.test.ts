import { describe, expect, it } from 'vitest';
import { percent, ppm } from '~/domain/kernel/rate.ts';
import { type RateRule, ratePriced, rateRange } from '~/domain/product/rate-rule.ts';
import { rateRuleSchema } from '~/domain/product/rate-rule-schema.ts';

const lpr = { oneYear: percent('3'), fiveYear: percent('3.5') };

describe('the rate of a rule', () => {
  const cases: [string, RateRule, number | null, number | null, object | null][] = [
    ['fixed', { kind: 'fixed', ppm: 48_000 }, 48_000, 48_000, { rate: 48_000, isFrom: false }],
    [
      'a published range is priced at its upper end',
      { kind: 'range', lowest: 27_000, highest: 33_000 },
      27_000,
      33_000,
      { rate: 33_000, isFrom: false },
    ],
    [
      '"from"',
      { kind: 'range', lowest: 31_500, highest: null },
      31_500,
      null,
      { rate: 31_500, isFrom: true },
    ],
    [
      '"at most"',
      { kind: 'range', lowest: null, highest: 67_200 },
      null,
      67_200,
      { rate: 67_200, isFrom: false },
    ],
    [
      'LPR and 85 basis points',
      { kind: 'lpr-spread', tenor: '1y', spread: 8_500 },
      38_500,
      38_500,
      { rate: 38_500, isFrom: false },
    ],
    [
      'below the five-year LPR',
      { kind: 'lpr-spread', tenor: '5y', spread: -1_000 },
      34_000,
      34_000,
      { rate: 34_000, isFrom: false },
    ],
    [
      'LPR to LPR and 2.5 points',
      { kind: 'lpr-spread', tenor: '1y', spread: 0, highest: 25_000 },
      30_000,
      55_000,
      { rate: 55_000, isFrom: false },
    ],
    [
      'from LPR',
      { kind: 'lpr-spread', tenor: '1y', spread: 0, highest: null },
      30_000,
      null,
      { rate: 30_000, isFrom: true },
    ],
    ['unpublished', { kind: 'unpublished' }, null, null, null],
  ];
  it.each(cases)('%s', (_, rule, lowest, highest, priced) => {
    const range = rateRange(rateRuleSchema.parse(rule), lpr);
    expect(range).toEqual({ lowest, highest });
    expect(ratePriced(range)).toEqual(priced);
  });

  it('follows the LPR when it is published anew', () => {
    const lower = { ...lpr, oneYear: ppm(28_000) };
    expect(rateRange({ kind: 'lpr-spread', tenor: '1y', spread: 8_500 }, lower).lowest).toBe(36_500);
  });
});
