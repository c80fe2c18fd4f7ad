import { defineText, type Locale, translate } from '~/text/define.ts';
import { showDay, showFen, showPpm } from '~/text/format.ts';
import { tierWord } from '~/text/tier-word.ts';

/** The quality of a portfolio: classes, arrears, watch periods and the ratio of non-performing loans. */
export const loanQualityText = defineText({
  'quality.title': { 'zh-CN': '贷款质量', en: 'Loan quality' },
  'quality.lede': {
    'zh-CN': (on: string) =>
      `截至 ${showDay(on, 'zh-CN')}，按余额。补记的还款会连同当日的分类一起改正，所以过去的日子按现在所知计算。`,
    en: (on: string) =>
      `As of ${showDay(on, 'en')}, by balance. A payment entered late corrects the class of its day as well, so past days are shown as known now.`,
  },
  'quality.discreet': {
    'zh-CN': '统计数字只到月末；背后不足 5 户的数字，以及能推算出它的其他数字，都不列出。',
    en: 'Statistics are as of the ends of months. A figure that fewer than five firms stand behind is not shown, nor are others from which it would follow.',
  },
  'quality.on': { 'zh-CN': '截止日', en: 'As of' },
  'quality.csv': { 'zh-CN': '下载 CSV', en: 'Download CSV' },
  'quality.npl': { 'zh-CN': '不良率', en: 'Non-performing ratio' },
  'quality.npl-note': {
    'zh-CN': '（次级 + 可疑 + 损失）÷ 各项贷款',
    en: '(Substandard + doubtful + loss) ÷ all loans',
  },
  'quality.npl-balance': { 'zh-CN': '不良余额', en: 'Non-performing balance' },
  'quality.total': { 'zh-CN': '各项贷款', en: 'All loans' },
  'quality.loans': { 'zh-CN': (n: string) => `${n} 笔`, en: (n: string) => `${n} loans` },
  'quality.special': { 'zh-CN': '关注类占比', en: 'Special mention' },
  'quality.overdue90': { 'zh-CN': '逾期90天以上 ÷ 不良', en: 'Over 90 days past due ÷ non-performing' },
  'quality.overdue90-note': {
    'zh-CN': '超过 100% 说明有逾期90天以上的贷款未列入不良',
    en: 'Above 100 % some loans over 90 days past due are not classed as non-performing',
  },
  'quality.none-bad': { 'zh-CN': '没有不良贷款', en: 'None is non-performing' },
  'quality.watch': { 'zh-CN': '观察期', en: 'Watch periods' },
  'quality.watch-value': {
    'zh-CN': (observed: string, curing: string) => `重组观察 ${observed} 笔，治愈观察 ${curing} 笔`,
    en: (observed: string, curing: string) => `${observed} after restructuring, ${curing} not cured yet`,
  },
  'quality.tiers': { 'zh-CN': '五级分类', en: 'Five-tier class' },
  'quality.tiers-about': {
    'zh-CN': '各类贷款的余额；后三类为不良',
    en: 'Balances by class; the last three are non-performing',
  },
  'quality.bands': { 'zh-CN': '逾期天数', en: 'Days past due' },
  'quality.bands-about': {
    'zh-CN': '从最早一期未还清的到期日起算，部分还款不重新起算',
    en: 'Counted from the oldest due date not paid in full; a part payment does not start it anew',
  },
  'quality.band-none': { 'zh-CN': '未逾期', en: 'Not past due' },
  'quality.band': {
    'zh-CN': (from: number, to: number) => `${from}–${to} 天`,
    en: (from: number, to: number) => `${from}–${to} days`,
  },
  'quality.band-more': {
    'zh-CN': (from: number) => `${from} 天以上`,
    en: (from: number) => `${from} days and more`,
  },
  'quality.trend': { 'zh-CN': '不良率走势', en: 'Ratio over time' },
  'quality.trend-about': {
    'zh-CN': '近十二个月末与截止日',
    en: 'At the ends of the last twelve months and on the day',
  },
  'quality.lenders': { 'zh-CN': '各银行', en: 'By bank' },
  'quality.lenders-about': {
    'zh-CN': '按不良率从高到低',
    en: 'Highest ratio first',
  },
  'quality.hidden': { 'zh-CN': '户数过少，不单列', en: 'Too few firms to show' },
  'quality.bank': { 'zh-CN': '银行', en: 'Bank' },
  'quality.count': { 'zh-CN': '笔数', en: 'Loans' },
  'quality.balance': { 'zh-CN': '余额', en: 'Balance' },
  'quality.share': { 'zh-CN': '占比', en: 'Share' },
  'quality.empty': { 'zh-CN': '这一天没有存续贷款', en: 'No loan was live on this day' },
  'quality.empty-next': {
    'zh-CN': '换一个截止日，或等第一笔贷款放款。',
    en: 'Choose another day, or wait for the first disbursement.',
  },
  'quality.cli.summary': {
    'zh-CN': '贷款质量，与页面一致：分类和不良率、分类迁徙、关注清单、账龄曲线、预警提前量',
    en: 'The quality of loans, equal to the pages: classes and ratio, migration, watch list, vintages, lead time',
  },
  'quality.cli.what': {
    'zh-CN':
      '要看的部分：quality 总览，migration 分类迁徙，watch 关注清单，vintage 账龄曲线，lead 预警提前量',
    en: 'The part: quality (summary), migration, watch (list), vintage (curves) or lead (time of alerts)',
  },
  'quality.cli.as-of': { 'zh-CN': '截止日，不填为今天', en: 'The day, today when left out' },
  'quality.cli.from': {
    'zh-CN': '期初，不填为三个月前（提前量为一年前）',
    en: 'Start of the period, three months before when left out (a year for lead)',
  },
  'quality.cli.measure': {
    'zh-CN': '账龄曲线的口径：曾逾期 30 天、曾逾期 90 天、损失或核销',
    en: 'What vintage curves count: ever 30 or 90 days past due, or lost',
  },
  'quality.cli.unknown': {
    'zh-CN': (what: string) => `不认识“${what}”。可用：quality、migration、watch、vintage、lead。`,
    en: (what: string) => `“${what}” is not known. Use quality, migration, watch, vintage or lead.`,
  },
  'quality.cli.line': {
    'zh-CN': (name: string, balance: string, loans: number) => `${name}  ${balance}  ${loans} 笔`,
    en: (name: string, balance: string, loans: number) => `${name}  ${balance}  ${loans} loans`,
  },
  'quality.cli.ratio': {
    'zh-CN': (on: string, npl: string, special: string) => `截至 ${on}：不良率 ${npl}，关注类占比 ${special}`,
    en: (on: string, npl: string, special: string) =>
      `On ${on}: non-performing ratio ${npl}, special mention ${special}`,
  },
});

type Band = { readonly from: number; readonly to: number | null };

/** A band of days past due in words. */
export function wordBand({ from, to }: Band, locale: Locale): string {
  const t = translate(loanQualityText, locale);
  if (from === 0) return t('quality.band-none');
  return to === null ? t('quality.band-more', from) : t('quality.band', from, to);
}

type Counted = { readonly loans: number; readonly balanceFen: string };
/** Null where so few debtors stand behind a figure that it would point at one. */
type Kept = { readonly loans: number | null; readonly balanceFen: string | null };
export type QualityRead = {
  readonly on: string;
  readonly total: Kept;
  readonly tiers: readonly ({ readonly tier: string } & Kept)[];
  readonly bands: readonly (Band & Kept)[];
  readonly nplPpm: number | null;
  readonly specialMentionPpm: number | null;
  readonly lenders: readonly {
    readonly nameZh: string;
    readonly nameEn: string;
    readonly figures: null | { readonly total: Counted; readonly nplPpm: number | null };
  }[];
};

/** An amount in yuan with two decimals, as files carry it. */
export const yuanOf = (fen: string): string => {
  const amount = BigInt(fen);
  return `${amount / 100n}.${String(amount % 100n).padStart(2, '0')}`;
};

/** A ratio, or that it is kept back. */
const ratioIn = (ppm: number | null, locale: Locale): string =>
  ppm === null ? translate(loanQualityText, locale)('quality.hidden') : showPpm(ppm, locale, 2);

/** The page as rows of a file: classes, bands, banks, each with count, balance in yuan and a ratio. */
export function qualityRows(read: QualityRead, locale: Locale): string[][] {
  const t = translate(loanQualityText, locale);
  const share = (fen: string) =>
    read.total.balanceFen === null || read.total.balanceFen === '0'
      ? ''
      : showPpm(Number((BigInt(fen) * 1_000_000n) / BigInt(read.total.balanceFen)), locale, 2);
  const row = (part: string, name: string, { loans, balanceFen }: Kept, ratio?: string) =>
    loans === null || balanceFen === null
      ? [part, name, '', '', t('quality.hidden')]
      : [part, name, String(loans), yuanOf(balanceFen), ratio ?? share(balanceFen)];
  return [
    [t('quality.on'), read.on, t('quality.count'), t('quality.balance'), t('quality.share')],
    row(t('quality.npl'), t('quality.total'), read.total, ratioIn(read.nplPpm, locale)),
    ...read.tiers.map((each) => row(t('quality.tiers'), tierWord(each.tier, locale), each)),
    ...read.bands.map((each) => row(t('quality.bands'), wordBand(each, locale), each)),
    ...read.lenders.map(({ nameZh, nameEn, figures }) =>
      figures
        ? row(
            t('quality.npl'),
            locale === 'en' ? nameEn : nameZh,
            figures.total,
            ratioIn(figures.nplPpm, locale),
          )
        : [t('quality.npl'), locale === 'en' ? nameEn : nameZh, '', '', t('quality.hidden')],
    ),
  ];
}

/** The same for a terminal. */
export function qualityLines(read: QualityRead, locale: Locale): string[] {
  const t = translate(loanQualityText, locale);
  const line = (name: string, { loans, balanceFen }: Kept) =>
    loans === null || balanceFen === null
      ? `${name}  ${t('quality.hidden')}`
      : t('quality.cli.line', name, showFen(balanceFen, locale), loans);
  return [
    ...read.tiers.map((each) => line(tierWord(each.tier, locale), each)),
    ...read.bands.map((each) => line(wordBand(each, locale), each)),
    line(t('quality.total'), read.total),
    t('quality.cli.ratio', read.on, ratioIn(read.nplPpm, locale), ratioIn(read.specialMentionPpm, locale)),
  ];
}
