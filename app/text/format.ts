import { type Day, type DayPrecision, daysBetween } from '~/domain/kernel/day.ts';
import { divideHalfUp } from '~/domain/kernel/money.ts';
import { defineText, type Locale, translate } from './define.ts';

/** How an amount is written: to the fen, shortened to 万/亿 (k/m/bn), or digits only. */
export type MoneyStyle = 'exact' | 'short' | 'plain';

const minus = '\u2212';

const words = defineText({
  'format.today': { 'zh-CN': '今天', en: 'today' },
  'format.yesterday': { 'zh-CN': '昨天', en: 'yesterday' },
  'format.tomorrow': { 'zh-CN': '明天', en: 'tomorrow' },
  'format.ago': { 'zh-CN': (span: string) => `${span}前`, en: (span: string) => `${span} ago` },
  'format.ahead': { 'zh-CN': (span: string) => `${span}后`, en: (span: string) => `in ${span}` },
  'format.days': { 'zh-CN': (n: number) => `${n} 天`, en: (n: number) => (n === 1 ? '1 day' : `${n} days`) },
  'format.months': {
    'zh-CN': (n: number) => `${n} 个月`,
    en: (n: number) => (n === 1 ? '1 month' : `${n} months`),
  },
  'format.years': {
    'zh-CN': (n: number) => `${n} 年`,
    en: (n: number) => (n === 1 ? '1 year' : `${n} years`),
  },
  'format.hours': { 'zh-CN': (n: number) => `${n} 小时`, en: (n: number) => `${n} h` },
  'format.minutes': { 'zh-CN': (n: number) => `${n} 分钟`, en: (n: number) => `${n} min` },
  'format.seconds': { 'zh-CN': (n: number) => `${n} 秒`, en: (n: number) => `${n} s` },
});

const grouped = (digits: string): string => digits.replace(/\B(?=(\d{3})+(?!\d))/g, ',');

/** Unsigned decimal text of `value ÷ 10^places`, thousands grouped; trailing zeros cut when `trim`. */
function decimal(value: bigint, places: number, trim: boolean): string {
  const digits = value.toString().padStart(places + 1, '0');
  const whole = grouped(digits.slice(0, digits.length - places));
  const part = digits.slice(digits.length - places);
  const kept = trim ? part.replace(/0+$/, '') : part;
  return kept ? `${whole}.${kept}` : whole;
}

/** The value to two decimals of the largest unit it reaches; 9,999.999万 rounds up into 1亿. */
function scaled(value: bigint, units: readonly (readonly [size: bigint, name: string])[]) {
  const own = units.findIndex(([size]) => value >= size);
  const [size, name] = units[own] ?? [];
  if (!size || name === undefined) return null;
  const hundredths = divideHalfUp(value * 100n, size);
  const [larger, largerName] = units[own - 1] ?? [];
  if (larger && hundredths * size >= larger * 100n) return { text: '1', name: largerName };
  return { text: decimal(hundredths, 2, true), name };
}

const moneyUnits = {
  'zh-CN': [
    [10_000_000_000n, '亿元'],
    [1_000_000n, '万元'],
  ],
  en: [
    [100_000_000_000n, 'bn'],
    [100_000_000n, 'm'],
    [100_000n, 'k'],
  ],
} as const;

const countUnits = {
  'zh-CN': [
    [100_000_000n, '亿'],
    [10_000n, '万'],
  ],
  en: [
    [1_000_000_000n, 'bn'],
    [1_000_000n, 'm'],
    [1_000n, 'k'],
  ],
} as const;

/**
 * An amount given in fen (bigint or its digits): `exact` ¥1,234.56 · `short` 123.46万元, ¥1.23m (two decimals,
 * half up) · `plain` 1,234.56. A negative amount carries a minus sign, not a hyphen.
 */
export function showFen(fen: string | bigint, locale: Locale, style: MoneyStyle = 'exact'): string {
  const signed = BigInt(fen);
  const sign = signed < 0n ? minus : '';
  const value = signed < 0n ? -signed : signed;
  if (style === 'plain') return sign + decimal(value, 2, false);
  if (style === 'exact') return `${sign}¥${decimal(value, 2, false)}`;
  const short = scaled(value, moneyUnits[locale]) ?? {
    text: decimal(value, 2, true),
    name: locale === 'en' ? '' : '元',
  };
  return locale === 'en' ? `${sign}¥${short.text}${short.name}` : `${sign}${short.text}${short.name}`;
}

/** Fen as the text of an input in yuan or 万元, without grouping: `1234.5`. */
export function fenToInput(fen: string | bigint, unit: 'yuan' | 'wan'): string {
  const signed = BigInt(fen);
  const value = signed < 0n ? -signed : signed;
  return (signed < 0n ? '-' : '') + decimal(value, unit === 'wan' ? 6 : 2, true).replaceAll(',', '');
}

/** Parts per million as a percentage with fixed decimals: 36,500 → `3.65%`. */
export function showPpm(ppm: number, _locale: Locale, decimals: 0 | 1 | 2 | 3 | 4 = 2): string {
  const rounded = divideHalfUp(BigInt(Math.abs(ppm)), 10n ** BigInt(4 - decimals));
  return `${ppm < 0 && rounded > 0n ? minus : ''}${decimal(rounded, decimals, false)}%`;
}

/** Milli-points as points with at most one decimal; `signed` writes + and − as score contributions need. */
export function showPoints(milliPoints: number, signed = false): string {
  const tenths = divideHalfUp(BigInt(Math.abs(milliPoints)), 100n);
  const sign = milliPoints < 0 && tenths > 0n ? minus : signed && tenths > 0n ? '+' : '';
  return sign + decimal(tenths, 1, true);
}

/** A whole number with thousands grouped. */
export function showCount(count: number | bigint, _locale: Locale): string {
  const value = BigInt(count);
  return value < 0n ? minus + grouped((-value).toString()) : grouped(value.toString());
}

/** A large count shortened: 12.35万 · 123.5k. Below the first unit it is written in full. */
export function showCompact(count: number | bigint, locale: Locale): string {
  const value = BigInt(count);
  const short = value < 0n ? null : scaled(value, countUnits[locale]);
  return short ? `${short.text}${short.name}` : showCount(count, locale);
}

/** A file size in decimal units. */
export function showBytes(bytes: number): string {
  const short = scaled(BigInt(bytes), [
    [1_000_000_000n, 'GB'],
    [1_000_000n, 'MB'],
    [1_000n, 'kB'],
  ]);
  return short ? `${short.text} ${short.name}` : `${bytes} B`;
}

const monthNames =
  'January February March April May June July August September October November December'.split(' ');

/** A date as precise as its source gave it: 2026年11月23日, 2026年11月, 2026年 · 23 November 2026. `short`: 2026-11-23. */
export function showDay(
  day: string,
  locale: Locale,
  style: 'long' | 'short' = 'long',
  precision: DayPrecision = 'day',
): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const kept = precision === 'year' ? 1 : precision === 'month' ? 2 : 3;
  if (locale === 'zh-CN' && style === 'short') return [year, month, date].slice(0, kept).join('-');
  if (locale === 'zh-CN') {
    return [`${year}年`, `${Number(month)}月`, `${Number(date)}日`].slice(0, kept).join('');
  }
  const name = monthNames[Number(month) - 1] ?? month;
  return [String(Number(date)), style === 'short' ? name.slice(0, 3) : name, year].slice(3 - kept).join(' ');
}

/** How far a day lies from today, in the coarsest unit that still says something. */
export function showRelativeDay(day: string, today: string, locale: Locale): string {
  const t = translate(words, locale);
  const days = daysBetween(today as Day, day as Day);
  if (days === 0) return t('format.today');
  if (days === -1) return t('format.yesterday');
  if (days === 1) return t('format.tomorrow');
  const far = Math.abs(days);
  const span =
    far < 60
      ? t('format.days', far)
      : far < 730
        ? t('format.months', Math.floor(far / 30.44))
        : t('format.years', Math.floor(far / 365.25));
  return days < 0 ? t('format.ago', span) : t('format.ahead', span);
}

/** An instant (ISO text or Date) in Asia/Shanghai to the minute: `2026-11-23 14:05` · `23 Nov 2026, 14:05`. */
export function showInstant(at: string | Date, locale: Locale): string {
  const local = new Date(
    (typeof at === 'string' ? Date.parse(at) : at.getTime()) + 8 * 3_600_000,
  ).toISOString();
  const time = local.slice(11, 16);
  return showDay(local.slice(0, 10), locale, 'short') + (locale === 'en' ? `, ${time}` : ` ${time}`);
}

/** A span of time in its two largest units: `2 天 3 小时`, `14 min 5 s`. Negative spans are written as positive. */
export function showDuration(ms: number, locale: Locale): string {
  const t = translate(words, locale);
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const parts = [
    [Math.floor(seconds / 86_400), 'format.days'],
    [Math.floor(seconds / 3_600) % 24, 'format.hours'],
    [Math.floor(seconds / 60) % 60, 'format.minutes'],
    [seconds % 60, 'format.seconds'],
  ] as const;
  const first = parts.findIndex(([n]) => n > 0);
  if (first === -1) return t('format.seconds', 0);
  return parts
    .slice(first, first + 2)
    .filter(([n]) => n > 0)
    .map(([n, key]) => t(key, n))
    .join(' ');
}
