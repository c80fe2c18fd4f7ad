import type { QualityDimension } from '~/domain/record/quality-rule.ts';
import { defineText } from '~/text/define.ts';

/** The dimensions of quality. */
export const qualityText = defineText({
  'quality.completeness': { 'zh-CN': '完整性', en: 'Completeness' },
  'quality.accuracy': { 'zh-CN': '准确性', en: 'Accuracy' },
  'quality.timeliness': { 'zh-CN': '及时性', en: 'Timeliness' },
  'quality.uniqueness': { 'zh-CN': '唯一性', en: 'Uniqueness' },
  'quality.key-validity': { 'zh-CN': '主体标识有效性', en: 'Valid keys' },
} satisfies { [D in QualityDimension as `quality.${D}`]: { 'zh-CN': string; en: string } });

/** The scorecard of a department as a source. */
export const scorecardText = defineText({
  'scorecard.title': { 'zh-CN': '数据质量记分卡', en: 'Provider scorecard' },
  'scorecard.of': {
    'zh-CN': (name: string) => `${name}：质量记分卡`,
    en: (name: string) => `Scorecard: ${name}`,
  },
  'scorecard.lede': {
    'zh-CN': '近 90 天的及时、完整、准确情况。规则是数据，每个批次和每天自动检查。',
    en: 'How timely, whole and right the last 90 days were. Rules are data and measure each batch and each day.',
  },
  'scorecard.fresh': { 'zh-CN': '及时的数据项', en: 'Items on time' },
  'scorecard.of-all': {
    'zh-CN': (held: string, all: string) => `${held} / ${all}`,
    en: (held: string, all: string) => `${held} of ${all}`,
  },
  'scorecard.conflicts': { 'zh-CN': '与其他来源不一致，待认定', en: 'In conflict with other sources' },
  'scorecard.conflicts-of': {
    'zh-CN': (waiting: number, late: number) => (late > 0 ? `${waiting} 条，逾期 ${late}` : `${waiting} 条`),
    en: (waiting: number, late: number) => (late > 0 ? `${waiting}, ${late} overdue` : `${waiting}`),
  },
  'scorecard.unmeasured': { 'zh-CN': '未测', en: 'Not measured' },
  'scorecard.trend': { 'zh-CN': '隔离率（按月）', en: 'Share in quarantine by month' },
  'scorecard.trend-says': {
    'zh-CN': '当月报送记录中进入隔离区的比例；没有报送的月份不连线。',
    en: 'Of the records of a month, how many went into quarantine; months without a delivery leave a gap.',
  },
  'scorecard.broken': { 'zh-CN': '未通过的规则', en: 'Rules that do not hold' },
  'scorecard.broken-none': { 'zh-CN': '近 90 天全部规则都通过', en: 'Every rule held in the last 90 days' },
  'scorecard.broken-none-next': {
    'zh-CN': '下一次报送后会再次检查。',
    en: 'They measure again after the next delivery.',
  },
  'scorecard.rule': { 'zh-CN': '规则', en: 'Rule' },
  'scorecard.dimension': { 'zh-CN': '维度', en: 'Dimension' },
  'scorecard.item': { 'zh-CN': '数据项', en: 'Item' },
  'scorecard.share': { 'zh-CN': '不合格占比', en: 'At fault' },
  'scorecard.most': { 'zh-CN': '允许', en: 'Allowed' },
  'scorecard.day-on-day': {
    'zh-CN': (n: number) => `等 ${n} 天`,
    en: (n: number) => `and ${n - 1} days before`,
  },
  'scorecard.day': { 'zh-CN': '日期', en: 'Day' },
  'scorecard.batch': { 'zh-CN': '查看批次', en: 'The batch' },
  'scorecard.items': { 'zh-CN': '数据项', en: 'Items' },
  'scorecard.due': { 'zh-CN': '约定天数', en: 'Due within' },
  'scorecard.days': { 'zh-CN': (n: number) => `${n} 天`, en: (n: number) => `${n} days` },
  'scorecard.last': { 'zh-CN': '最近报送', en: 'Last delivery' },
  'scorecard.state': { 'zh-CN': '状态', en: 'State' },
  'scorecard.impact': { 'zh-CN': '影响', en: 'What hangs on it' },
  'scorecard.usage': { 'zh-CN': '数据被谁使用（近 90 天）', en: 'Who used it (last 90 days)' },
  'scorecard.usage-lede': {
    'zh-CN': '按企业授权的每次查询都有记录，这里只给出次数和企业数，不含企业信息。',
    en: 'Every read under a firm’s consent is on record; here are counts only, nothing about any firm.',
  },
  'scorecard.usage-none': { 'zh-CN': '近 90 天没有机构查询', en: 'Nobody read it in the last 90 days' },
  'scorecard.recipient': { 'zh-CN': '使用方', en: 'Read by' },
  'scorecard.purpose': { 'zh-CN': '用途', en: 'For' },
  'scorecard.reads': { 'zh-CN': '次数', en: 'Reads' },
  'scorecard.firms': { 'zh-CN': '涉及企业', en: 'Firms' },
  'scorecard.batch-results': { 'zh-CN': '质量检查', en: 'Quality' },
  'scorecard.passed': { 'zh-CN': '通过', en: 'Holds' },
  'scorecard.failed': { 'zh-CN': '未通过', en: 'Broken' },
});

type ImpactLine = {
  readonly item: string;
  readonly provider: string;
  readonly lateDays: number;
  readonly features: number;
  readonly points: string;
  readonly products: number;
  readonly pending: string;
  readonly below: string;
};

/** What hangs on an item. */
export const impactText = defineText({
  'impact.title': { 'zh-CN': '断供影响', en: 'Impact of a late source' },
  'impact.of': { 'zh-CN': (name: string) => `${name}：断供影响`, en: (name: string) => `Impact: ${name}` },
  'impact.late': {
    'zh-CN': (days: number) => `已逾期 ${days} 天`,
    en: (days: number) => (days === 1 ? '1 day late' : `${days} days late`),
  },
  'impact.never': { 'zh-CN': '从未报送', en: 'Never delivered' },
  'impact.on-time': {
    'zh-CN': '目前及时；以下是逾期后会受影响的内容',
    en: 'On time for now; this is what would suffer',
  },
  'impact.points': { 'zh-CN': '评分卡上的分值', en: 'Points on the card' },
  'impact.firms': { 'zh-CN': '有这项记录的企业', en: 'Firms with records of it' },
  'impact.scored': { 'zh-CN': '已评分企业', en: 'Firms with a score' },
  'impact.pending': { 'zh-CN': '未结贷款申请', en: 'Open applications' },
  'impact.products': { 'zh-CN': '贷款产品', en: 'Products' },
  'impact.features': { 'zh-CN': '受影响的指标', en: 'Indicators' },
  'impact.features-none': { 'zh-CN': '没有指标使用这个数据项', en: 'No indicator uses this item' },
  'impact.feature': { 'zh-CN': '指标', en: 'Indicator' },
  'impact.dimension': { 'zh-CN': '维度', en: 'Dimension' },
  'impact.most': { 'zh-CN': '最高分', en: 'Points at most' },
  'impact.alone': { 'zh-CN': '来源', en: 'Sources' },
  'impact.alone-yes': { 'zh-CN': '只靠这个数据项', en: 'This item alone' },
  'impact.alone-no': { 'zh-CN': '还有其他来源', en: 'Others as well' },
  'impact.products-none': { 'zh-CN': '没有产品的条件依赖它', en: 'No product depends on it' },
  'impact.product': { 'zh-CN': '产品', en: 'Product' },
  'impact.bank': { 'zh-CN': '机构', en: 'Offered by' },
  'impact.dependence': { 'zh-CN': '怎样依赖', en: 'How' },
  'impact.rule': { 'zh-CN': '准入条件直接使用', en: 'A rule asks for it' },
  'impact.score': { 'zh-CN': '通过评分', en: 'Through the score' },
  'impact.letter': { 'zh-CN': '催报函', en: 'Letter' },
  'impact.letter-lede': {
    'zh-CN': '已按上面的数字拟好，可打印或下载后发出。',
    en: 'Written from the figures above; print it, or download and send it.',
  },
  'impact.below': { 'zh-CN': '缺了它就“信息不足”的评分', en: 'Scores below coverage without it' },
  'impact.unknown-from': {
    'zh-CN': (day: string) => `再不报送，自 ${day} 起只靠这个数据项的指标按未知计分。`,
    en: (day: string) =>
      `Without a delivery, indicators that this item alone feeds count as unknown from ${day} on.`,
  },
  'impact.unknown-since': {
    'zh-CN': (day: string) => `自 ${day} 起，只靠这个数据项的指标已按未知计分。`,
    en: (day: string) => `Since ${day} indicators that this item alone feeds count as unknown.`,
  },
  'impact.cli.summary': {
    'zh-CN': '逾期的来源影响哪些指标、产品和未结申请；附催报函',
    en: 'Which indicators, products and open applications hang on late sources; with the letter',
  },
  'impact.cli.item': { 'zh-CN': '只看这个数据项，并打印催报函', en: 'This item alone, and the letter' },
  'impact.cli.found': {
    'zh-CN': (late: number) => `${late} 个数据项逾期`,
    en: (late: number) => (late === 1 ? '1 item is late' : `${late} items are late`),
  },
  'impact.cli.line': {
    'zh-CN': (of: ImpactLine) =>
      `${of.item}（${of.provider}）逾期 ${of.lateDays} 天：${of.features} 个指标共 ${of.points} 分，${of.products} 个产品，${of.pending} 笔未结申请，${of.below} 份评分将信息不足`,
    en: (of: ImpactLine) =>
      `${of.item} (${of.provider}), days late: ${of.lateDays}; indicators: ${of.features} (${of.points} points); products: ${of.products}; open applications: ${of.pending}; scores below coverage: ${of.below}`,
  },
  'impact.download': { 'zh-CN': '下载催报函', en: 'Download the letter' },
});

export type LetterFacts = {
  readonly provider: string;
  readonly item: string;
  readonly last: string | null;
  readonly freshDays: number;
  readonly lateDays: number;
  readonly features: number;
  readonly points: string;
  readonly products: number;
  readonly pending: string;
  readonly firms: string;
  readonly day: string;
};

/** Late, or never delivered at all. */
const isLate = ({ last, lateDays }: LetterFacts): boolean => last === null || lateDays > 0;
const lateZh = ({ last, lateDays }: LetterFacts): string => {
  if (last === null) return '平台尚未收到贵单位的报送。';
  const since = lateDays > 0 ? `目前已逾期 ${lateDays} 天` : '目前及时';
  return `平台最近一次收到贵单位报送是 ${last}，${since}。`;
};
const lateEn = ({ last, lateDays }: LetterFacts): string => {
  if (last === null) return 'No delivery has come yet.';
  const late = lateDays === 1 ? '1 day late' : `${lateDays} days late`;
  return `The last delivery came on ${last}; it is ${lateDays > 0 ? `now ${late}` : 'in time'}.`;
};

/** A letter to a department whose item is late, ready to send: what is missing, what hangs on it, what is asked. */
export const letterText = defineText({
  'letter.body': {
    'zh-CN': (f: LetterFacts) =>
      [
        `关于请及时报送“${f.item}”的函`,
        '',
        `${f.provider}：`,
        '',
        `　　按照数据目录，“${f.item}”应每 ${f.freshDays} 天至少报送一次。${lateZh(f)}`,
        `　　${isLate(f) ? '受此影响' : '如果逾期'}：${f.features} 项信用评价指标（合计 ${f.points} 分）无法更新，${f.products} 个贷款产品的准入判断和 ${f.pending} 笔未结贷款申请可能使用过期信息或显示“待核实”；平台现有 ${f.firms} 家企业的这项记录。`,
        `　　请贵单位${isLate(f) ? '尽快补报，并告知预计时间' : '继续按期报送'}。可在平台“报送数据”页上传文件，或通过推送接口报送；如数据项已停止产生，请告知以便修订目录。`,
        '',
        '信桥融资信用服务平台',
        f.day,
      ].join('\n'),
    en: (f: LetterFacts) =>
      [
        `Request to deliver “${f.item}”`,
        '',
        `To ${f.provider}`,
        '',
        `The data catalogue asks for “${f.item}” at least every ${f.freshDays} days. ${lateEn(f)}`,
        `${isLate(f) ? 'Until it comes' : 'Should it be late'}, ${f.features} indicators (${f.points} points in all) cannot be brought up to date, and the conditions of ${f.products} loan products and ${f.pending} open applications may rest on old records or stay unknown. The platform holds this record for ${f.firms} firms.`,
        `${isLate(f) ? 'Please deliver as soon as you can and tell us when.' : 'Please go on delivering in time.'} Files go in under “Deliver data”, or come by the push interface; if the item is no longer kept, tell us so that the catalogue is changed.`,
        '',
        'Xinqiao credit service platform',
        f.day,
      ].join('\n'),
  },
});
