import type { FeatureUnit } from '~/domain/feature/definition.ts';
import { defineText, type Locale, type TextTable, translate } from '~/text/define.ts';
import { levelWords } from '~/text/feature.ts';
import { showCount, showFen, showPpm } from '~/text/format.ts';

const words = defineText({
  'value.none': { 'zh-CN': '无', en: 'none' },
  'value.count': { 'zh-CN': (n: string) => `${n} 条`, en: (n: string) => n },
  'value.month': {
    'zh-CN': (n: string) => `${n} 个月`,
    en: (n: string) => (n === '1' ? '1 month' : `${n} months`),
  },
  'value.year': {
    'zh-CN': (n: string) => `${n} 年`,
    en: (n: string) => (n === '1' ? '1 year' : `${n} years`),
  },
  'value.day': { 'zh-CN': (n: string) => `${n} 天`, en: (n: string) => (n === '1' ? '1 day' : `${n} days`) },
  'value.person': {
    'zh-CN': (n: string) => `${n} 人`,
    en: (n: string) => (n === '1' ? '1 person' : `${n} people`),
  },
  'value.below': { 'zh-CN': (to: string) => `低于 ${to}`, en: (to: string) => `below ${to}` },
  'value.least': { 'zh-CN': (from: string) => `${from}及以上`, en: (from: string) => `${from} or more` },
  'value.range': {
    'zh-CN': (from: string, to: string) => `${from}–${to}`,
    en: (from: string, to: string) => `${from}–${to}`,
  },
  'value.half-open': {
    'zh-CN': (from: string, to: string) => `${from}至不足 ${to}`,
    en: (from: string, to: string) => `${from} to below ${to}`,
  },
  'value.some-below': { 'zh-CN': (to: string) => `有，不足 ${to}`, en: (to: string) => `some, below ${to}` },
});

export type Measured = {
  readonly feature: string;
  readonly unit: FeatureUnit;
  /** A share of something, not a change: no plus before it. */
  readonly isShare?: boolean;
};

/** A feature's value in its unit: `3 条`, `¥1.24万`, `−33.3%`, `绿牌`. */
export function showFeatureValue(
  { feature, unit, isShare }: Measured,
  value: number,
  locale: Locale,
): string {
  const t = translate(words, locale);
  switch (unit) {
    case 'fen':
      return value === 0 ? t('value.none') : showFen(BigInt(value), locale, 'short');
    case 'ppm':
      return `${value > 0 && !isShare ? '+' : ''}${showPpm(value, locale, 1)}`;
    case 'level':
      return translate(levelWords as TextTable, locale)(`${feature}.${value}`);
    default:
      return value === 0 && unit === 'count' ? t('value.none') : t(`value.${unit}`, showCount(value, locale));
  }
}

type Edge = { readonly from: number | null };

/** The values that a bin takes, in words: `1 至 2 条`, `¥5万 及以上`, `低于 −40%`. `next` is the bin above, if any. */
export function showBin(measured: Measured, bin: Edge, next: Edge | undefined, locale: Locale): string {
  const t = translate(words, locale);
  const show = (value: number) => showFeatureValue(measured, value, locale);
  const end = next?.from ?? null;
  const isWhole = measured.unit !== 'fen' && measured.unit !== 'ppm';
  if (bin.from === null) {
    if (end === null) return show(0);
    const isOnlyZero = end === 1 && (isWhole || measured.unit === 'fen');
    return isOnlyZero ? show(0) : t('value.below', show(end));
  }
  if (end === null) return t('value.least', show(bin.from));
  if (isWhole && end - bin.from === 1) return show(bin.from);
  if (measured.unit === 'level') return t('value.half-open', show(bin.from), show(end));
  if (isWhole) return t('value.range', showCount(bin.from, locale), show(end - 1));
  return bin.from === 1 ? t('value.some-below', show(end)) : t('value.half-open', show(bin.from), show(end));
}
