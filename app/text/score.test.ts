import { describe, expect, test } from 'vitest';
import { card } from '#tests/factories/feature.ts';
import { featureDefinitions } from '~/domain/feature/definitions.ts';
import { locales, type TextTable } from './define.ts';
import { featureNames, levelWords } from './feature.ts';
import { showBin, showFeatureValue } from './feature-value.ts';
import { fixText } from './score-fix.ts';

const indicators = card.dimensions.flatMap((dimension) => dimension.indicators);

test('every feature has a name, and no name is without a feature', () => {
  expect(Object.keys(featureNames).sort()).toEqual(featureDefinitions.map(({ code }) => code).sort());
});

test('every remedy of the card has a sentence, and no sentence is without an indicator', () => {
  const used = new Set(indicators.flatMap(({ fix }) => fix ?? []));
  expect(Object.keys(fixText).sort()).toEqual([...used].sort());
});

test('every place on a ladder has a name', () => {
  const places = featureDefinitions.flatMap(({ code, aggregate }) =>
    aggregate.kind === 'latest-level'
      ? Object.values(aggregate.levels).map((level) => `${code}.${level}`)
      : [],
  );
  expect(Object.keys(levelWords as TextTable).sort()).toEqual(places.sort());
});

describe.each(locales)('in %s', (locale) => {
  test.each(indicators.map((indicator) => [indicator.feature, indicator] as const))(
    'the bins of %s read apart',
    (_, { feature, bins }) => {
      const unit = featureDefinitions.find(({ code }) => code === feature)?.unit ?? 'count';
      const words = bins.map((bin, i) => showBin({ feature, unit }, bin, bins[i + 1], locale));
      expect(new Set(words).size).toBe(bins.length);
    },
  );
});

const value = (feature: string, unit: never, n: number) => showFeatureValue({ feature, unit }, n, 'zh-CN');
test.each([
  ['penalty-general-24m', 'count', 3, '3 条'],
  ['penalty-general-24m', 'count', 0, '无'],
  ['tax-paid-12m', 'fen', 123_456_00, '12.35万元'],
  ['tax-trend', 'ppm', -333_333, '−33.3%'],
  ['tax-trend', 'ppm', 50_000, '+5.0%'],
  ['environment-grade', 'level', 4, '绿牌'],
  ['social-months-12m', 'month', 0, '0 个月'],
])('%s of %s %i reads %s', (feature, unit, n, words) => expect(value(feature, unit as never, n)).toBe(words));

const bins = [{ from: null }, { from: 1 }, { from: 2 }, { from: 4 }];
const bin = (i: number, unit = 'count') =>
  showBin({ feature: 'x', unit: unit as never }, bins[i] as never, bins[i + 1], 'zh-CN');
test('a bin reads as the values that it takes', () => {
  expect([0, 1, 2, 3].map((i) => bin(i))).toEqual(['无', '1 条', '2–3 条', '4 条及以上']);
  const money = { feature: 'x', unit: 'fen' as const };
  expect(showBin(money, { from: 1 }, { from: 5_000_000 }, 'zh-CN')).toBe('有，不足 5万元');
  expect(showBin(money, { from: 5_000_000 }, { from: 50_000_000 }, 'en')).toBe('¥50k to below ¥500k');
});
