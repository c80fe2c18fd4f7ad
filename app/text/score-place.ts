import type { Placement } from '~/domain/score/percentile.ts';
import { defineText, type Locale, translate } from '~/text/define.ts';
import { showCount, showDay } from '~/text/format.ts';

/** Where a firm stands among others: page, report and command line say the same. */
export const placeText = defineText({
  'place.title': { 'zh-CN': '在同类企业中的位置', en: 'Among other firms' },
  'place.lede': {
    'zh-CN': (firms: string) =>
      `按公开评分比较，以 5% 为一档；不足 ${firms} 家已评分企业的地区或行业不比较，改用上一级范围。`,
    en: (firms: string) =>
      `By public scores, in steps of 5%. A region or industry of fewer than ${firms} scored firms is not compared with; the next wider one is.`,
  },
  'place.lede-before': {
    'zh-CN': '按公开评分比较，以 5% 为一档。',
    en: 'By public scores, in steps of 5%.',
  },
  'place.group': { 'zh-CN': '比较范围', en: 'Group' },
  'place.place': { 'zh-CN': '位置', en: 'Place' },
  'place.of': { 'zh-CN': '家数与日期', en: 'Firms and date' },
  'place.all': { 'zh-CN': '全部企业', en: 'All firms' },
  'place.ahead': {
    'zh-CN': (percent: number) => (percent > 0 ? `至少高于 ${percent}%` : '低于或处于最低的 5%'),
    en: (percent: number) => (percent > 0 ? `above at least ${percent}%` : 'within the lowest 5%'),
  },
  'place.firms': {
    'zh-CN': (firms: string, on: string) => `${firms} 家，${on}`,
    en: (firms: string, on: string) => `of ${firms} firms on ${on}`,
  },
});

/** The name of the group, the place in it, and of how many firms. */
export function wordPlacement({ name, firms, aheadPercent, asOf }: Placement, locale: Locale) {
  const t = translate(placeText, locale);
  return {
    group: name ? (locale === 'en' ? name.en : name.zh) : t('place.all'),
    place: t('place.ahead', aheadPercent),
    note: t('place.firms', showCount(firms, locale), showDay(asOf, locale, 'short')),
  };
}
