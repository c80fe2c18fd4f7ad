import type { SignalBody, SignalRule } from '~/domain/monitoring/signal.ts';
import { defineText, type Locale, translate } from '~/text/define.ts';
import { showPpm } from '~/text/format.ts';

type RungOf<K extends SignalRule['kind']> = Extract<SignalRule, { kind: K }>['ladder'][number];

const n = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${count} ${many}`;

/** What a rule looks at, and each rung of its ladder, in plain words. */
const ruleText = defineText({
  'rule.days-past-due': { 'zh-CN': '本笔贷款的逾期天数。', en: 'How many days this loan is past due.' },
  'rule.lasting': {
    'zh-CN': '记录尚未了结，看已持续几个月。',
    en: 'Something is still open; its age in months counts.',
  },
  'rule.lasting-months': {
    'zh-CN': '记录尚未了结，看已持续或拖欠几个月。',
    en: 'Something is still open; its age, or the months owed, count.',
  },
  'rule.events': {
    'zh-CN': (days: number) => `近 ${days} 天内发生的次数。`,
    en: (days: number) => `How often it happened in ${n(days, 'day', 'days')}.`,
  },
  'rule.losses-in-a-row': {
    'zh-CN': (age: number) => `截至最新月份连续亏损的月数；最新数据不早于 ${age} 个月前。`,
    en: (age: number) =>
      `Months of loss in a row up to the latest one known, which is at most ${n(age, 'month', 'months')} old.`,
  },
  'rule.fall-against-year-ago': {
    'zh-CN': (age: number) => `最近两个完整季度与上年同期相比的降幅；最新数据不早于 ${age} 个月前。`,
    en: (age: number) =>
      `Two complete quarters against the same two a year before; the latest data are at most ${n(age, 'month', 'months')} old.`,
  },
  'rule.fall-against-mean': {
    'zh-CN': (age: number, least: number) =>
      `最近两个月均低于此前十二个月均值的幅度；均值至少有 ${least} 个月数据，最新数据不早于 ${age} 个月前。`,
    en: (age: number, least: number) =>
      `Each of the last two months against the mean of the twelve before, of which ${least} at least are known; the latest data are at most ${n(age, 'month', 'months')} old.`,
  },
  'rule.claims': {
    'zh-CN': (days: number) => `近 ${days} 天内的案件数，或标的占净资产的比例。`,
    en: (days: number) => `Cases in ${n(days, 'day', 'days')}, or their sum against net assets.`,
  },
  'rule.losses': {
    'zh-CN': (days: number) => `近 ${days} 天内的亏损占净资产的比例。`,
    en: (days: number) => `Losses in ${n(days, 'day', 'days')} against net assets.`,
  },
  'rung.dpd': {
    'zh-CN': (days: number) => `逾期满 ${days} 天`,
    en: (days: number) => `${n(days, 'day', 'days')} past due`,
  },
  'rung.at-once': { 'zh-CN': '一经出现', en: 'as soon as it appears' },
  'rung.months': {
    'zh-CN': (months: number) => `持续满 ${months} 个月`,
    en: (months: number) => `for ${n(months, 'month', 'months')}`,
  },
  'rung.losses': {
    'zh-CN': (months: number) => `连续 ${months} 个月亏损`,
    en: (months: number) => `${n(months, 'month', 'months')} of loss in a row`,
  },
  'rung.count': {
    'zh-CN': (count: number) => `${count} 次以上`,
    en: (count: number) => `${n(count, 'time', 'times')} or more`,
  },
  'rung.cases': {
    'zh-CN': (count: number) => `${count} 件以上`,
    en: (count: number) => `${n(count, 'case', 'cases')} or more`,
  },
  'rung.fall': {
    'zh-CN': (share: string) => `下降 ${share} 以上`,
    en: (share: string) => `a fall of ${share} or more`,
  },
  'rung.share': {
    'zh-CN': (share: string) => `达到净资产的 ${share}`,
    en: (share: string) => `${share} of net assets or more`,
  },
  'rung.or': { 'zh-CN': '，或', en: ', or ' },
});

/** A share in as few decimals as it needs. */
const share = (ppm: number, locale: Locale): string =>
  showPpm(ppm, locale, ppm % 10_000 === 0 ? 0 : ppm % 100 === 0 ? 2 : 4);

/** What a rule looks at. */
export function wordRule(rule: SignalRule, locale: Locale): string {
  const t = translate(ruleText, locale);
  switch (rule.kind) {
    case 'days-past-due':
      return t('rule.days-past-due');
    case 'lasting':
      return t(rule.quantityIsMonths ? 'rule.lasting-months' : 'rule.lasting');
    case 'events':
      return t('rule.events', rule.windowDays);
    case 'losses-in-a-row':
      return t('rule.losses-in-a-row', rule.maxAgeMonths);
    case 'fall-against-year-ago':
      return t('rule.fall-against-year-ago', rule.maxAgeMonths);
    case 'fall-against-mean':
      return t('rule.fall-against-mean', rule.maxAgeMonths, rule.minMeanMonths);
    case 'against-net-assets':
      return t(rule.measure === 'losses' ? 'rule.losses' : 'rule.claims', rule.windowDays);
  }
}

function wordAgainstNetAssets(rung: RungOf<'against-net-assets'>, locale: Locale): string {
  const t = translate(ruleText, locale);
  return [
    ...(rung.count === null ? [] : [t('rung.cases', rung.count)]),
    ...(rung.sharePpm === null ? [] : [t('rung.share', share(rung.sharePpm, locale))]),
  ].join(t('rung.or'));
}

/** The rungs of a rule's ladder from the mildest, each with what reaches it. */
export function wordLadder(
  rule: SignalRule,
  locale: Locale,
): { severity: 'yellow' | 'orange' | 'red'; says: string }[] {
  const t = translate(ruleText, locale);
  const order = ['yellow', 'orange', 'red'];
  const age = (months: number) => (months === 0 ? t('rung.at-once') : t('rung.months', months));
  const said = (): { severity: 'yellow' | 'orange' | 'red'; says: string }[] => {
    switch (rule.kind) {
      case 'days-past-due':
        return rule.ladder.map(({ severity, dpd }) => ({ severity, says: t('rung.dpd', dpd) }));
      case 'lasting':
        return rule.ladder.map(({ severity, months }) => ({ severity, says: age(months) }));
      case 'events':
        return rule.ladder.map(({ severity, count }) => ({ severity, says: t('rung.count', count) }));
      case 'losses-in-a-row':
        return rule.ladder.map(({ severity, months }) => ({ severity, says: t('rung.losses', months) }));
      case 'fall-against-year-ago':
      case 'fall-against-mean':
        return rule.ladder.map(({ severity, fallPpm }) => ({
          severity,
          says: t('rung.fall', share(fallPpm, locale)),
        }));
      case 'against-net-assets':
        return rule.ladder.map((rung) => ({
          severity: rung.severity,
          says: wordAgainstNetAssets(rung, locale),
        }));
    }
  };
  return said().sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
}

/** The rule of a signal in one line: what it looks at and what reaches each severity; null where it has none. */
export function wordSignalRule(
  body: SignalBody,
  severityWord: (severity: string) => string,
  locale: Locale,
): string | null {
  if (!body.rule) return null;
  const rungs = wordLadder(body.rule, locale).map(
    ({ severity, says }) => `${severityWord(severity)}${locale === 'en' ? ': ' : '：'}${says}`,
  );
  return `${wordRule(body.rule, locale)}${locale === 'en' ? ' ' : ''}${rungs.join(locale === 'en' ? '; ' : '；')}`;
}
