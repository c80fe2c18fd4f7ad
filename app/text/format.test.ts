import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseYuan } from '~/domain/kernel/money.ts';
import {
  fenToInput,
  showBytes,
  showCompact,
  showCount,
  showDay,
  showDuration,
  showFen,
  showInstant,
  showPoints,
  showPpm,
  showRelativeDay,
} from './format.ts';

describe('money', () => {
  it.each([
    ['123456', 'zh-CN', 'exact', '¥1,234.56'],
    ['5', 'en', 'exact', '¥0.05'],
    ['-123456', 'zh-CN', 'exact', '−¥1,234.56'],
    ['123456', 'zh-CN', 'plain', '1,234.56'],
    ['99900', 'zh-CN', 'short', '999元'],
    ['99950', 'en', 'short', '¥999.5'],
    ['100000000', 'zh-CN', 'short', '100万元'],
    ['123456789', 'zh-CN', 'short', '123.46万元'],
    ['1230000000000', 'zh-CN', 'short', '123亿元'],
    ['9999999999', 'zh-CN', 'short', '1亿元'],
    ['999999', 'zh-CN', 'short', '9,999.99元'],
    ['123456789', 'en', 'short', '¥1.23m'],
    ['-550000000', 'zh-CN', 'short', '−550万元'],
    ['0', 'zh-CN', 'short', '0元'],
  ] as const)('%s fen in %s, %s → %s', (fen, locale, style, shown) => {
    expect(showFen(fen, locale, style)).toBe(shown);
  });

  it('writes an input that reads back to the same fen', () => {
    fc.assert(
      fc.property(fc.bigInt(-(10n ** 15n), 10n ** 15n), (fen) => {
        expect(parseYuan(fenToInput(fen, 'yuan'))).toBe(fen);
        expect(parseYuan(`${fenToInput(fen, 'wan')}万`)).toBe(fen);
      }),
    );
  });

  it('never shortens to a value further off than half a hundredth of the unit', () => {
    fc.assert(
      fc.property(fc.bigInt(1_000_000n, 9_999_949_999n), (fen) => {
        const shown = parseYuan(showFen(fen, 'zh-CN', 'short').replace('元', '')) ?? 0n;
        const off = shown > fen ? shown - fen : fen - shown;
        expect(off <= 5_000n).toBe(true);
      }),
    );
  });
});

describe('rates and points', () => {
  it.each([
    [36_500, 2, '3.65%'],
    [10_000, 2, '1.00%'],
    [36_549, 1, '3.7%'],
    [-1_250, 2, '−0.13%'],
    [-1, 2, '0.00%'],
    [1_000_000, 0, '100%'],
  ] as const)('%d ppm with %d decimals → %s', (ppm, decimals, shown) => {
    expect(showPpm(ppm, 'zh-CN', decimals)).toBe(shown);
  });

  it.each([
    [812_345, false, '812.3'],
    [35_000, true, '+35'],
    [-12_500, true, '−12.5'],
    [0, true, '0'],
  ])('%d milli-points, signed %s → %s', (points, signed, shown) => {
    expect(showPoints(points, signed)).toBe(shown);
  });
});

describe('counts', () => {
  it('groups and shortens', () => {
    expect(showCount(1234567, 'zh-CN')).toBe('1,234,567');
    expect(showCount(-1234, 'en')).toBe('−1,234');
    expect(showCompact(123_456, 'zh-CN')).toBe('12.35万');
    expect(showCompact(123_456, 'en')).toBe('123.46k');
    expect(showCompact(9_999, 'zh-CN')).toBe('9,999');
    expect(showBytes(1_250_000)).toBe('1.25 MB');
    expect(showBytes(12)).toBe('12 B');
  });
});

describe('dates', () => {
  it.each([
    ['zh-CN', 'long', 'day', '2026年3月7日'],
    ['zh-CN', 'short', 'day', '2026-03-07'],
    ['zh-CN', 'long', 'month', '2026年3月'],
    ['zh-CN', 'short', 'year', '2026'],
    ['en', 'long', 'day', '7 March 2026'],
    ['en', 'short', 'day', '7 Mar 2026'],
    ['en', 'long', 'month', 'March 2026'],
    ['en', 'short', 'year', '2026'],
  ] as const)('%s %s at %s precision → %s', (locale, style, precision, shown) => {
    expect(showDay('2026-03-07', locale, style, precision)).toBe(shown);
  });

  it.each([
    ['2026-11-23', '今天', 'today'],
    ['2026-11-22', '昨天', 'yesterday'],
    ['2026-11-24', '明天', 'tomorrow'],
    ['2026-11-03', '20 天前', '20 days ago'],
    ['2027-03-23', '3 个月后', 'in 3 months'],
    ['2023-11-22', '3 年前', '3 years ago'],
  ])('%s seen from 2026-11-23 → %s, %s', (day, zh, en) => {
    expect(showRelativeDay(day, '2026-11-23', 'zh-CN')).toBe(zh);
    expect(showRelativeDay(day, '2026-11-23', 'en')).toBe(en);
  });

  it('shows an instant in the business zone', () => {
    expect(showInstant('2026-11-22T16:05:00Z', 'zh-CN')).toBe('2026-11-23 00:05');
    expect(showInstant('2026-11-22T16:05:00Z', 'en')).toBe('23 Nov 2026, 00:05');
  });

  it('writes a span in its two largest units', () => {
    expect(showDuration((2 * 24 + 3) * 3_600_000 + 5_000, 'zh-CN')).toBe('2 天 3 小时');
    expect(showDuration(65_000, 'en')).toBe('1 min 5 s');
    expect(showDuration(86_400_000, 'en')).toBe('1 day');
    expect(showDuration(10, 'en')).toBe('0 s');
  });
});
