import { defineText, type Locale, translate } from '~/text/define.ts';
import { tierWord } from '~/text/tier-word.ts';

/** The parts of the portfolio desk beside its summary: loans, migration, watch list, vintages, lead time. */
export const bookText = defineText({
  'book.parts': { 'zh-CN': '贷款质量各部分', en: 'Parts of loan quality' },
  'book.part.summary': { 'zh-CN': '总览', en: 'Summary' },
  'book.part.loans': { 'zh-CN': '贷款明细', en: 'Loans' },
  'book.part.migration': { 'zh-CN': '分类迁徙', en: 'Class migration' },
  'book.part.watch': { 'zh-CN': '关注清单', en: 'Watch list' },
  'book.part.vintage': { 'zh-CN': '账龄曲线', en: 'Vintage curves' },
  'book.part.lead': { 'zh-CN': '预警提前量', en: 'Lead time of alerts' },
  'book.from': { 'zh-CN': '期初', en: 'From' },
  'book.on': { 'zh-CN': '期末', en: 'To' },
  'book.hidden': { 'zh-CN': '户数过少，不列示', en: 'Too few firms to show' },
  'book.none': { 'zh-CN': '无', en: 'None' },
  'book.total': { 'zh-CN': '合计', en: 'Total' },
  'book.bank': { 'zh-CN': '银行', en: 'Bank' },
  'book.firm': { 'zh-CN': '企业', en: 'Firm' },
  'book.contract': { 'zh-CN': '合同号', en: 'Contract' },
  'book.count': { 'zh-CN': '笔数', en: 'Loans' },
  'book.balance': { 'zh-CN': '余额', en: 'Balance' },
  'book.dpd': { 'zh-CN': '逾期天数', en: 'Days past due' },
  'book.state.new': { 'zh-CN': '期内新放', en: 'New' },
  'book.state.settled': { 'zh-CN': '结清', en: 'Settled' },
  'book.state.written-off': { 'zh-CN': '核销', en: 'Written off' },
  'book.state.any': { 'zh-CN': '不限', en: 'any' },
  'book.state.live': { 'zh-CN': '存续', en: 'Live' },
  'book.state.non-performing': { 'zh-CN': '不良', en: 'Non-performing' },
  'book.migration.lede': {
    'zh-CN': '行是期初所在分类，列是期末去向。行合计等于期初余额，点格子看贷款。',
    en: 'Rows are the class at the start, columns where the loans are at the end. Rows add up to the start; a cell opens its loans.',
  },
  'book.migration.loans': { 'zh-CN': '笔数', en: 'By number of loans' },
  'book.migration.opening': { 'zh-CN': '期初余额', en: 'By balance at the start' },
  'book.migration.corner': { 'zh-CN': '期初 ↓ 期末 →', en: 'Start ↓ end →' },
  'book.migration.rates': { 'zh-CN': '迁徙率', en: 'Migration rates' },
  'book.migration.rates-about': {
    'zh-CN': '期初该类贷款中，期末分类变差（含核销）的余额 ÷ 扣除期内收回后的余额。',
    en: 'Of loans in the class at the start, the balance in a worse class (or written off) at the end ÷ what is left after repayments.',
  },
  'book.migration.rate': { 'zh-CN': '迁徙率', en: 'Rate' },
  'book.migration.class': { 'zh-CN': '期初分类', en: 'Class at the start' },
  'book.migration.empty': {
    'zh-CN': '这段时间没有贷款',
    en: 'No loan was out in this period',
  },
  'book.period-next': { 'zh-CN': '换一段时间再看。', en: 'Choose another period.' },
  'book.loans.lede': {
    'zh-CN': (start: string, end: string) => `期初：${start}；期末：${end}。余额大的在前。`,
    en: (start: string, end: string) => `Start: ${start}; end: ${end}. Largest balance first.`,
  },
  'book.loans.periods': {
    'zh-CN': '仅限观察期内的贷款',
    en: 'In a watch period only',
  },
  'book.more': {
    'zh-CN': '未列完：只含前 20000 笔',
    en: 'Not complete: the first 20,000 loans only',
  },
  'book.loans.band': {
    'zh-CN': (band: string) => `逾期：${band}`,
    en: (band: string) => `Past due: ${band}`,
  },
  'book.loans.start': { 'zh-CN': '期初分类', en: 'At the start' },
  'book.loans.end': { 'zh-CN': '期末分类', en: 'At the end' },
  'book.loans.opening': { 'zh-CN': '期初余额', en: 'Balance at the start' },
  'book.loans.closing': { 'zh-CN': '期末余额', en: 'Balance at the end' },
  'book.loans.disbursed': { 'zh-CN': '放款日', en: 'Disbursed' },
  'book.loans.empty': { 'zh-CN': '没有这样的贷款', en: 'There is no such loan' },
  'book.loans.empty-next': { 'zh-CN': '换一个分类或日期。', en: 'Choose another class or day.' },
  'book.watch.lede': {
    'zh-CN': '分类不是正常、逾期、在观察期，或有橙色、红色预警未结的贷款，严重的在前。',
    en: 'Loans not classed normal, past due, under observation, or with a live orange or red alert; the worst first.',
  },
  'book.watch.why': { 'zh-CN': '原因', en: 'Why' },
  'book.watch.since': { 'zh-CN': '自', en: 'Since' },
  'book.watch.reviewed': { 'zh-CN': '上次处理', en: 'Last acted on' },
  'book.watch.review': { 'zh-CN': '下次重检', en: 'Next review' },
  'book.watch.late': { 'zh-CN': '已超期', en: 'Overdue' },
  'book.watch.count': { 'zh-CN': (n: string) => `共 ${n} 笔`, en: (n: string) => `${n} loans` },
  'book.watch.empty': { 'zh-CN': '没有需要关注的贷款', en: 'No loan is on watch' },
  'book.watch.empty-next': {
    'zh-CN': '逾期、分类下调或出现橙色以上预警的贷款会列在这里。',
    en: 'Loans past due, classed down or under an orange or red alert are listed here.',
  },
  'book.vintage.measure': { 'zh-CN': '口径', en: 'Counts' },
  'book.vintage.overdue-30': { 'zh-CN': '曾逾期 30 天', en: 'Ever 30 days past due' },
  'book.vintage.overdue-90': { 'zh-CN': '曾逾期 90 天', en: 'Ever 90 days past due' },
  'book.vintage.loss': { 'zh-CN': '损失或核销', en: 'Lost or written off' },
  'book.vintage.chart': {
    'zh-CN': '按放款季度的累计占比',
    en: 'Cumulative share by quarter of disbursement',
  },
  'book.vintage.about': {
    'zh-CN': '横轴是账龄（月），纵轴是占该季放款本金的累计比例；每条线画到该季最晚一笔贷款的账龄为止。',
    en: 'Months on book across, the cumulative share of the principal lent in the quarter upwards; each line ends where the youngest loan of its quarter is.',
  },
  'book.vintage.month': { 'zh-CN': '账龄（月）', en: 'Months on book' },
  'book.vintage.quarter': { 'zh-CN': '放款季度', en: 'Quarter' },
  'book.vintage.principal': { 'zh-CN': '放款本金', en: 'Principal lent' },
  'book.vintage.latest': { 'zh-CN': '最新累计占比', en: 'Latest share' },
  'book.vintage.empty': { 'zh-CN': '近八个季度没有放款', en: 'Nothing was lent in the last eight quarters' },
  'book.lead.lede': {
    'zh-CN': '贷款首次出现下列情形前一年内，第一条预警早了多少天；当天的预警不算。',
    en: 'By how many days the first alert within the year before came ahead of each outcome; an alert of the very day does not count.',
  },
  'book.lead.outcome': { 'zh-CN': '情形', en: 'Outcome' },
  'book.lead.loans': { 'zh-CN': '贷款', en: 'Loans' },
  'book.lead.warned': { 'zh-CN': '事先预警', en: 'Warned before' },
  'book.lead.median': { 'zh-CN': '中位天数', en: 'Median days' },
  'book.lead.quartiles': { 'zh-CN': '四分位', en: 'Quartiles' },
  'book.lead.days': {
    'zh-CN': (lower: number, upper: number) => `${lower}–${upper} 天`,
    en: (lower: number, upper: number) => `${lower}–${upper} days`,
  },
  'book.lead.family': { 'zh-CN': '信号类别', en: 'Family of signals' },
  'book.lead.all': { 'zh-CN': '全部信号', en: 'All signals' },
  'book.lead.overdue-30': { 'zh-CN': '逾期 30 天', en: '30 days past due' },
  'book.lead.overdue-60': { 'zh-CN': '逾期 60 天', en: '60 days past due' },
  'book.lead.overdue-90': { 'zh-CN': '逾期 90 天', en: '90 days past due' },
  'book.lead.non-performing': { 'zh-CN': '下调为不良', en: 'Classed non-performing' },
  'book.lead.written-off': { 'zh-CN': '核销', en: 'Written off' },
  'book.lead.empty': {
    'zh-CN': '这段时间没有贷款出现逾期 30 天以上、不良或核销',
    en: 'No loan went 30 days past due, non-performing or was written off in this period',
  },
});

const exits = ['new', 'settled', 'written-off', 'any', 'live', 'non-performing'] as const;

/** Where a loan stands at an end of a period: a class, or how it had ended. */
export function stateWord(state: string, locale: Locale): string {
  const known = exits.find((each) => each === state);
  return known ? translate(bookText, locale)(`book.state.${known}`) : tierWord(state, locale);
}
