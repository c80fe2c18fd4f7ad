import type { Figures } from '~/domain/monitoring/signal.ts';
import { defineText, type Locale } from '~/text/define.ts';
import { showDay, showFen, showPpm } from '~/text/format.ts';

const money = (f: Figures, locale: Locale, key = 'amountFen'): string =>
  showFen(String(f[key] ?? '0'), locale);
const fall = (f: Figures, locale: Locale): string => showPpm(Number(f.fallPpm), locale, 0);
const month = (f: Figures, locale: Locale, key: string): string =>
  showDay(String(f[key]), locale, 'long', 'month');
const plural = (n: string | number | undefined, one: string, many: string): string =>
  Number(n) === 1 ? `1 ${one}` : `${n} ${many}`;

/** “…，金额 ¥1,075.00，自 2026年10月15日 起”: what still holds, as far as its source tells. */
function lastingZh(f: Figures, what: string): string {
  const amount = 'amountFen' in f ? `，金额 ${money(f, 'zh-CN')}` : '';
  const since = 'since' in f ? `，自 ${showDay(String(f.since), 'zh-CN')} 起` : '';
  return `${what} ${f.count} 条尚未了结${amount}${since}。`;
}

function lastingEn(f: Figures, one: string, many: string): string {
  const amount = 'amountFen' in f ? `, ${money(f, 'en')} in all` : '';
  const since = 'since' in f ? `, since ${showDay(String(f.since), 'en')}` : '';
  return `${plural(f.count, one, many)} open${amount}${since}.`;
}

const monthsZh = (f: Figures): string => (Number(f.months) > 0 ? `已持续 ${f.months} 个月。` : '');
const monthsEn = (f: Figures): string =>
  Number(f.months) > 0 ? ` It has lasted ${plural(f.months, 'month', 'months')}.` : '';

/** What each active signal found, in one sentence made of its figures (`Hit.figures`). */
export const signalEvidence = defineText({
  'monitoring.evidence.media-abnormal': {
    'zh-CN': (f: Figures) => `近 ${f.windowDays} 天有 ${f.count} 条已核实的经营异常报道。`,
    en: (f: Figures) =>
      `${plural(f.count, 'verified report', 'verified reports')} of abnormal operation in ${f.windowDays} days.`,
  },
  'monitoring.evidence.rollover-difficulty': {
    'zh-CN': (f: Figures) => lastingZh(f, '银行反馈周转困难'),
    en: (f: Figures) => lastingEn(f, 'bank report of difficulty', 'bank reports of difficulty'),
  },
  'monitoring.evidence.interest-arrears': {
    'zh-CN': (f: Figures) => lastingZh(f, '贷款欠息') + monthsZh(f),
    en: (f: Figures) => lastingEn(f, 'case of unpaid interest', 'cases of unpaid interest') + monthsEn(f),
  },
  'monitoring.evidence.loan-overdue': {
    'zh-CN': (f: Figures) => `本笔贷款逾期 ${f.dpd} 天，应还未还 ${money(f, 'zh-CN')}。`,
    en: (f: Figures) => `This loan is ${plural(f.dpd, 'day', 'days')} past due, ${money(f, 'en')} unpaid.`,
  },
  'monitoring.evidence.account-frozen': {
    'zh-CN': (f: Figures) => lastingZh(f, '账户冻结'),
    en: (f: Figures) => lastingEn(f, 'frozen account', 'frozen accounts'),
  },
  'monitoring.evidence.losses-in-a-row': {
    'zh-CN': (f: Figures) =>
      `截至 ${month(f, 'zh-CN', 'until')} 连续 ${f.months} 个月亏损，累计 ${money(f, 'zh-CN')}。`,
    en: (f: Figures) =>
      `Losses in ${f.months} months in a row up to ${month(f, 'en', 'until')}, ${money(f, 'en')} in all.`,
  },
  'monitoring.evidence.large-loss': {
    'zh-CN': (f: Figures) =>
      `近 ${f.windowDays} 天亏损 ${money(f, 'zh-CN')}，相当于净资产的 ${showPpm(Number(f.sharePpm), 'zh-CN', 0)}。`,
    en: (f: Figures) =>
      `Losses of ${money(f, 'en')} in ${f.windowDays} days, ${showPpm(Number(f.sharePpm), 'en', 0)} of net assets.`,
  },
  'monitoring.evidence.guarantee-unpaid': {
    'zh-CN': (f: Figures) => lastingZh(f, '担保债务未按期清偿'),
    en: (f: Figures) => lastingEn(f, 'guaranteed debt', 'guaranteed debts'),
  },
  'monitoring.evidence.tax-fall': {
    'zh-CN': (f: Figures) =>
      `${month(f, 'zh-CN', 'from')}至${month(f, 'zh-CN', 'until')}纳税 ${money(f, 'zh-CN', 'currentFen')}，上年同期 ${money(f, 'zh-CN', 'baseFen')}，下降 ${fall(f, 'zh-CN')}。`,
    en: (f: Figures) =>
      `Tax of ${money(f, 'en', 'currentFen')} from ${month(f, 'en', 'from')} to ${month(f, 'en', 'until')} against ${money(f, 'en', 'baseFen')} a year before: ${fall(f, 'en')} less.`,
  },
  'monitoring.evidence.tax-late-filing': {
    'zh-CN': (f: Figures) => `近 ${f.windowDays} 天逾期申报 ${f.count} 次。`,
    en: (f: Figures) => `${plural(f.count, 'late filing', 'late filings')} in ${f.windowDays} days.`,
  },
  'monitoring.evidence.social-arrears': {
    'zh-CN': (f: Figures) => lastingZh(f, '社保欠费') + monthsZh(f),
    en: (f: Figures) =>
      lastingEn(f, 'record of unpaid contributions', 'records of unpaid contributions') + monthsEn(f),
  },
  'monitoring.evidence.tax-arrears': {
    'zh-CN': (f: Figures) => lastingZh(f, '欠税') + monthsZh(f),
    en: (f: Figures) => lastingEn(f, 'record of tax arrears', 'records of tax arrears') + monthsEn(f),
  },
  'monitoring.evidence.tax-violation': {
    'zh-CN': (f: Figures) => lastingZh(f, '重大税收违法或非正常户认定'),
    en: (f: Figures) => lastingEn(f, 'determination by the tax bureau', 'determinations by the tax bureau'),
  },
  'monitoring.evidence.litigation': {
    'zh-CN': (f: Figures) =>
      `近 ${f.windowDays} 天作为被告 ${f.count} 案，标的 ${money(f, 'zh-CN')}${'sharePpm' in f ? `，相当于净资产的 ${showPpm(Number(f.sharePpm), 'zh-CN', 0)}` : ''}。`,
    en: (f: Figures) =>
      `Defendant in ${plural(f.count, 'case', 'cases')} in ${f.windowDays} days, claims of ${money(f, 'en')}${'sharePpm' in f ? `, ${showPpm(Number(f.sharePpm), 'en', 0)} of net assets` : ''}.`,
  },
  'monitoring.evidence.enforcement': {
    'zh-CN': (f: Figures) => lastingZh(f, '强制执行案件'),
    en: (f: Figures) => lastingEn(f, 'enforcement case', 'enforcement cases'),
  },
  'monitoring.evidence.dishonesty': {
    'zh-CN': (f: Figures) => lastingZh(f, '失信名单记录'),
    en: (f: Figures) => lastingEn(f, 'entry in a dishonesty list', 'entries in dishonesty lists'),
  },
  'monitoring.evidence.penalty-serious': {
    'zh-CN': (f: Figures) => `近 ${f.windowDays} 天受到严重行政处罚 ${f.count} 次。`,
    en: (f: Figures) => `${plural(f.count, 'serious penalty', 'serious penalties')} in ${f.windowDays} days.`,
  },
  'monitoring.evidence.abnormal-operation-list': {
    'zh-CN': (f: Figures) => lastingZh(f, '经营异常名录记录') + monthsZh(f),
    en: (f: Figures) => lastingEn(f, 'entry', 'entries') + monthsEn(f),
  },
  'monitoring.evidence.wages-unpaid': {
    'zh-CN': (f: Figures) => lastingZh(f, '拖欠工资') + monthsZh(f),
    en: (f: Figures) => lastingEn(f, 'record of unpaid wages', 'records of unpaid wages') + monthsEn(f),
  },
  'monitoring.evidence.labour-dispute': {
    'zh-CN': (f: Figures) => `近 ${f.windowDays} 天有重大劳动争议，涉及 ${f.count} 人次。`,
    en: (f: Figures) =>
      `Major labour disputes in ${f.windowDays} days, ${plural(f.count, 'employee', 'employees')} involved.`,
  },
  'monitoring.evidence.utility-arrears': {
    'zh-CN': (f: Figures) => lastingZh(f, '水电气欠费') + monthsZh(f),
    en: (f: Figures) => lastingEn(f, 'unpaid utility bill', 'unpaid utility bills') + monthsEn(f),
  },
  'monitoring.evidence.utility-fall': {
    'zh-CN': (f: Figures) =>
      `${month(f, 'zh-CN', 'from')}、${month(f, 'zh-CN', 'until')}用量均比此前十二个月均值低 ${fall(f, 'zh-CN')} 以上。`,
    en: (f: Figures) =>
      `Use in both ${month(f, 'en', 'from')} and ${month(f, 'en', 'until')} was at least ${fall(f, 'en')} below the mean of the twelve months before.`,
  },
});
