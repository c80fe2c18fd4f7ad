import { defineText } from '~/text/define.ts';

/** What each feature counts, as a noun phrase that its value follows. */
export const featureNames = defineText({
  'penalty-serious-36m': { 'zh-CN': '近 36 个月严重行政处罚', en: 'Serious penalties, last 36 months' },
  'penalty-general-24m': { 'zh-CN': '近 24 个月一般行政处罚', en: 'Ordinary penalties, last 24 months' },
  'penalty-minor-12m': { 'zh-CN': '近 12 个月轻微行政处罚', en: 'Minor penalties, last 12 months' },
  'penalty-amount-36m': { 'zh-CN': '近 36 个月罚没金额', en: 'Fines and confiscations, last 36 months' },
  'serious-list-in-force': {
    'zh-CN': '在列的严重违法失信名单',
    en: 'Serious-dishonesty list, entries in force',
  },
  'abnormal-list-in-force': {
    'zh-CN': '在列的经营异常名录',
    en: 'Abnormal-operation list, entries in force',
  },
  'abnormal-list-left-24m': {
    'zh-CN': '近 24 个月移出的经营异常名录',
    en: 'Abnormal-operation list, entries left in the last 24 months',
  },
  'tax-major-violation-in-force': { 'zh-CN': '未了结的重大税收违法案件', en: 'Major tax violations, open' },
  'product-check-failed-24m': {
    'zh-CN': '近 24 个月产品抽查不合格',
    en: 'Failed product checks, last 24 months',
  },
  'annual-report-late-36m': { 'zh-CN': '近 36 个月逾期年报', en: 'Late annual reports, last 36 months' },
  'registration-standing': { 'zh-CN': '登记状态', en: 'Standing in the register' },
  'dishonest-debtor-in-force': {
    'zh-CN': '在列的失信被执行人',
    en: 'Dishonest judgment debtor, entries in force',
  },
  'debt-evasion-in-force': { 'zh-CN': '未解除的逃废债认定', en: 'Determined evasion of debt, in force' },
  'enforcement-in-force': { 'zh-CN': '未结的被执行案件', en: 'Enforcement cases, open' },
  'enforcement-amount-in-force': { 'zh-CN': '未结的执行标的', en: 'Amount under enforcement' },
  'tax-arrears-in-force': { 'zh-CN': '未清的欠税', en: 'Tax arrears, records in force' },
  'tax-arrears-amount-in-force': { 'zh-CN': '未清的欠税金额', en: 'Tax owed' },
  'tax-abnormal-in-force': { 'zh-CN': '非正常纳税户状态', en: 'Non-normal taxpayer, in force' },
  'wage-arrears-in-force': { 'zh-CN': '未清的拖欠工资', en: 'Unpaid wages, in force' },
  'promise-broken-36m': { 'zh-CN': '近 36 个月失信的信用承诺', en: 'Credit promises broken, last 36 months' },
  'tax-late-filing-12m': { 'zh-CN': '近 12 个月逾期申报', en: 'Late tax filings, last 12 months' },
  'social-months-12m': {
    'zh-CN': '近 12 个月缴纳社保的月数',
    en: 'Months of social insurance paid, last 12',
  },
  'social-arrears-months-in-force': { 'zh-CN': '未清的社保欠费月数', en: 'Months of social insurance owed' },
  'provident-months-12m': {
    'zh-CN': '近 12 个月缴存公积金的月数',
    en: 'Months of provident fund paid, last 12',
  },
  'utility-arrears-in-force': { 'zh-CN': '未清的水电气欠费', en: 'Power, gas and water bills owed' },
  'loan-overdue-days-24m': { 'zh-CN': '近 24 个月贷款最长逾期', en: 'Longest loan delay, last 24 months' },
  'years-registered': { 'zh-CN': '登记年限', en: 'Years in the register' },
  'staff-reported': { 'zh-CN': '年报从业人数', en: 'Staff in the annual report' },
  'licences-in-force': { 'zh-CN': '有效的行政许可', en: 'Licences in force' },
  'qualifications-in-force': { 'zh-CN': '有效的资质证书', en: 'Qualifications in force' },
  'bids-won-24m': { 'zh-CN': '近 24 个月中标', en: 'Bids won, last 24 months' },
  'projects-36m': { 'zh-CN': '近 36 个月项目', en: 'Projects, last 36 months' },
  'recruitment-12m': { 'zh-CN': '近 12 个月招聘', en: 'Recruitment notices, last 12 months' },
  websites: { 'zh-CN': '备案网站与网店', en: 'Websites and online shops on record' },
  'tax-paid-12m': { 'zh-CN': '近 12 个月纳税', en: 'Tax paid, last 12 months' },
  'tax-trend': { 'zh-CN': '近半年月均纳税同比', en: 'Monthly tax, last half-year against a year before' },
  'power-trend': { 'zh-CN': '近半年月均用电同比', en: 'Monthly power, last half-year against a year before' },
  'staff-trend': { 'zh-CN': '近半年参保人数同比', en: 'Insured staff, last half-year against a year before' },
  'staff-insured': { 'zh-CN': '参保人数', en: 'Insured staff' },
  'declared-revenue': {
    'zh-CN': '自主申报营业收入（未核实）',
    en: 'Revenue declared by the firm (unverified)',
  },
  'declared-orders': {
    'zh-CN': '自主申报在手订单（未核实）',
    en: 'Orders in hand declared by the firm (unverified)',
  },
  'revenue-reported': { 'zh-CN': '年报营业收入', en: 'Revenue in the annual report' },
  'exports-12m': { 'zh-CN': '近 12 个月出口', en: 'Exports, last 12 months' },
  'loss-months-6m': { 'zh-CN': '近 6 个月亏损月数', en: 'Months with a loss, last 6' },
  'tax-paid-months-12m': { 'zh-CN': '近 12 个月有纳税的月数', en: 'Months with tax paid, last 12' },
  'invention-patents': { 'zh-CN': '有效发明专利', en: 'Invention patents in force' },
  'other-patents': { 'zh-CN': '其他有效专利', en: 'Other patents in force' },
  copyrights: { 'zh-CN': '著作权', en: 'Copyrights' },
  trademarks: { 'zh-CN': '有效商标', en: 'Trademarks in force' },
  'technology-titles': { 'zh-CN': '高新技术类资格', en: 'Technology titles held' },
  'specialised-titles': { 'zh-CN': '专精特新类资格', en: 'Specialised-firm titles held' },
  'a-grade-taxpayer-24m': { 'zh-CN': '近 24 个月纳税信用 A 级', en: 'A-grade taxpayer, last 24 months' },
  'contract-keeping-24m': {
    'zh-CN': '近 24 个月守合同重信用',
    en: 'Contract-keeping enterprise, last 24 months',
  },
  awards: { 'zh-CN': '荣誉奖项', en: 'Awards' },
  'policy-support-36m': { 'zh-CN': '近 36 个月政策扶持', en: 'Policy support, last 36 months' },
  'research-spending': { 'zh-CN': '年度研发投入', en: 'Yearly research spending' },
  'judgments-sued-24m': {
    'zh-CN': '近 24 个月涉诉判决（被告）',
    en: 'Judgments as defendant, last 24 months',
  },
  'hearings-sued-12m': {
    'zh-CN': '近 12 个月立案开庭（被告）',
    en: 'Cases filed as defendant, last 12 months',
  },
  'claims-sued-24m': {
    'zh-CN': '近 24 个月涉诉金额（被告）',
    en: 'Amount in dispute as defendant, last 24 months',
  },
  'equity-pledges-in-force': { 'zh-CN': '在押的股权出质', en: 'Equity pledges in force' },
  'control-changes-12m': {
    'zh-CN': '近 12 个月法定代表人与股东变更',
    en: 'Changes of representative or shareholders, last 12 months',
  },
  'environment-grade': { 'zh-CN': '环保信用评价', en: 'Environmental credit rating' },
  'public-credit-grade': { 'zh-CN': '公共信用综合评价', en: 'Public credit rating' },
  'bad-press-12m': { 'zh-CN': '近 12 个月负面报道', en: 'Unfavourable press, last 12 months' },
  'investments-in-force': { 'zh-CN': '对外投资', en: 'Investments in other firms' },
  'guarantee-default-in-force': { 'zh-CN': '未清的担保代偿', en: 'Guaranteed debts unpaid' },
  'guarantee-circle-firms': { 'zh-CN': '同一担保圈的其他企业', en: 'Other firms in its guarantee circle' },
  'common-control-firms': { 'zh-CN': '同一控制下的其他企业', en: 'Other firms under the same control' },
  'guarantees-given-in-force': { 'zh-CN': '对外担保余额', en: 'Guarantees given for others' },
  'seizures-in-force': { 'zh-CN': '被查封的不动产', en: 'Real estate under seizure' },
  'account-freezes-in-force': { 'zh-CN': '被冻结的账户', en: 'Frozen accounts' },
  'property-value': { 'zh-CN': '登记不动产价值', en: 'Registered value of real estate' },
});

export type FeatureName = keyof typeof featureNames;

/** Names of the dimensions (domain.md §2.5). */
export const dimensionNames = defineText({
  compliance: { 'zh-CN': '遵纪守法', en: 'Compliance' },
  performance: { 'zh-CN': '履约践诺', en: 'Keeping promises' },
  vitality: { 'zh-CN': '经营活力', en: 'Vitality' },
  innovation: { 'zh-CN': '创新与荣誉', en: 'Innovation and honours' },
  surroundings: { 'zh-CN': '关联与环境', en: 'Ties and surroundings' },
});

/** Why a feature has no value. */
export const gapText = defineText({
  'not-consented': { 'zh-CN': '未授权评价使用', en: 'Not opened to the evaluation' },
  'not-supplied': { 'zh-CN': '数据单位尚未提供', en: 'Not supplied by its department yet' },
  expired: { 'zh-CN': '数据已过期', en: 'The data have expired' },
  'not-identified': { 'zh-CN': '登记部门尚未确认企业', en: 'The register has not confirmed the firm yet' },
  'no-record': { 'zh-CN': '没有记录', en: 'No record' },
  'unknown-amount': { 'zh-CN': '记录没有金额', en: 'The record gives no amount' },
  'too-few-months': { 'zh-CN': '月份不足，无法比较', en: 'Too few months to compare' },
  unknown: { 'zh-CN': '未知', en: 'Unknown' },
});

/** The places of the ladders, by feature and level. */
export const levelWords = defineText({
  'registration-standing.0': { 'zh-CN': '吊销', en: 'Revoked' },
  'registration-standing.1': { 'zh-CN': '注销', en: 'Cancelled' },
  'registration-standing.2': { 'zh-CN': '迁出', en: 'Moved out' },
  'registration-standing.3': { 'zh-CN': '存续', en: 'Active' },
  'environment-grade.0': { 'zh-CN': '黑牌', en: 'Black' },
  'environment-grade.1': { 'zh-CN': '红牌', en: 'Red' },
  'environment-grade.2': { 'zh-CN': '黄牌', en: 'Yellow' },
  'environment-grade.3': { 'zh-CN': '蓝牌', en: 'Blue' },
  'environment-grade.4': { 'zh-CN': '绿牌', en: 'Green' },
  'public-credit-grade.0': { 'zh-CN': 'D', en: 'D' },
  'public-credit-grade.1': { 'zh-CN': 'C', en: 'C' },
  'public-credit-grade.2': { 'zh-CN': 'B-', en: 'B-' },
  'public-credit-grade.3': { 'zh-CN': 'B', en: 'B' },
  'public-credit-grade.4': { 'zh-CN': 'A-', en: 'A-' },
  'public-credit-grade.5': { 'zh-CN': 'A', en: 'A' },
  'public-credit-grade.6': { 'zh-CN': 'A+', en: 'A+' },
});
