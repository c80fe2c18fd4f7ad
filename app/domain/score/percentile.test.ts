import fc from 'fast-check';
import { expect, test } from 'vitest';
import { aheadPercent, spreadKeys } from './percentile.ts';

test('the claim "at least so many per cent score lower" is true of every group', () => {
  const scores = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 20, maxLength: 300 });
  fc.assert(
    fc.property(scores, fc.integer({ min: 0, max: 1_000_000 }), (group, own) => {
      const sorted = group.toSorted((a, b) => a - b);
      const cuts = Array.from(
        { length: 19 },
        (_, i) => sorted[Math.ceil(((i + 1) * sorted.length) / 20) - 1] as number,
      );
      const lower = group.filter((score) => score < own).length;
      const claimed = aheadPercent(cuts, own);
      expect(lower * 100).toBeGreaterThanOrEqual(claimed * group.length);
      expect(claimed % 5).toBe(0);
    }),
  );
});

test('a firm is compared within its narrowest region first', () => {
  expect(spreadKeys('640104', 'C').map(({ kind, key }) => `${kind} ${key}`)).toEqual([
    'region 640104',
    'region 6401',
    'region 64',
    'industry C',
    'region-industry 6401/C',
    'region-industry 64/C',
    'all ',
  ]);
  expect(spreadKeys(null, null)).toEqual([{ kind: 'all', key: '' }]);
});
