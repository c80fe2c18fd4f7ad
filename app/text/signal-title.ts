import { defineText } from '~/text/define.ts';

/** The names of signals, of their families, and why a signal of the plan is not evaluated. */
export const signalTitles = defineText({
  'monitoring.signal.media-abnormal': { 'zh-CN': '媒体报道经营异常', en: 'Media report abnormal operation' },
  'monitoring.signal.rollover-difficulty': {
    'zh-CN': '贷款、承兑、信用证周转困难',
    en: 'Difficulty in rolling over loans, acceptances or letters of credit',
  },
  'monitoring.signal.interest-arrears': { 'zh-CN': '贷款欠息', en: 'Interest on a loan unpaid' },
  'monitoring.signal.loan-overdue': { 'zh-CN': '贷款逾期', en: 'Loan overdue' },
  'monitoring.signal.cash-flow-abnormal': {
    'zh-CN': '账户现金流异常变动',
    en: 'Abnormal cash flow in accounts',
  },
  'monitoring.signal.account-frozen': { 'zh-CN': '账户被冻结', en: 'Account frozen' },
  'monitoring.signal.losses-in-a-row': { 'zh-CN': '企业连续亏损', en: 'Losses month after month' },
  'monitoring.signal.large-loss': { 'zh-CN': '亏损金额较大', en: 'Large loss' },
  'monitoring.signal.guarantee-unpaid': {
    'zh-CN': '担保债务未按期清偿',
    en: 'Guaranteed debt not paid on time',
  },
  'monitoring.signal.project-receivables': {
    'zh-CN': '工程款拖欠与工程纠纷',
    en: 'Project receivables unpaid, construction disputes',
  },
  'monitoring.signal.tax-fall': { 'zh-CN': '纳税金额大幅下降', en: 'Tax falls sharply' },
  'monitoring.signal.tax-late-filing': { 'zh-CN': '未按期纳税申报', en: 'Tax not filed on time' },
  'monitoring.signal.social-arrears': { 'zh-CN': '社保欠费', en: 'Social-insurance contributions unpaid' },
  'monitoring.signal.tax-arrears': { 'zh-CN': '欠税', en: 'Tax arrears' },
  'monitoring.signal.tax-violation': {
    'zh-CN': '重大税收违法或非正常户',
    en: 'Major tax violation or non-normal status',
  },
  'monitoring.signal.border-crossing': {
    'zh-CN': '企业主要负责人频繁出入境',
    en: 'Principals cross the border often',
  },
  'monitoring.signal.fundraising': { 'zh-CN': '企业出现大额非法集资', en: 'Large illegal fundraising' },
  'monitoring.signal.judicial-inquiry': {
    'zh-CN': '法定代表人接受司法调查',
    en: 'Legal representative under judicial inquiry',
  },
  'monitoring.signal.litigation': { 'zh-CN': '重大或系列诉讼', en: 'Major or serial litigation' },
  'monitoring.signal.enforcement': { 'zh-CN': '被法院强制执行', en: 'Court enforcement' },
  'monitoring.signal.dishonesty': { 'zh-CN': '列入失信名单', en: 'Entered in a dishonesty list' },
  'monitoring.signal.penalty-serious': { 'zh-CN': '严重行政处罚', en: 'Serious administrative penalty' },
  'monitoring.signal.abnormal-operation-list': {
    'zh-CN': '列入经营异常名录',
    en: 'Entered in the abnormal-operation list',
  },
  'monitoring.signal.wages-unpaid': { 'zh-CN': '连续拖欠劳动工资', en: 'Wages unpaid for months' },
  'monitoring.signal.labour-dispute': { 'zh-CN': '重大劳资纠纷', en: 'Major labour dispute' },
  'monitoring.signal.shadow-credit': {
    'zh-CN': '小贷、民间融资异常信贷',
    en: 'Abnormal borrowing from micro-lenders and private lenders',
  },
  'monitoring.signal.utility-arrears': {
    'zh-CN': '企业连续欠费',
    en: 'Utility bills unpaid month after month',
  },
  'monitoring.signal.utility-fall': { 'zh-CN': '用电、用水大幅下降', en: 'Power or water use falls sharply' },
  'monitoring.family.media': { 'zh-CN': '舆情', en: 'Media' },
  'monitoring.family.credit': { 'zh-CN': '信贷', en: 'Credit' },
  'monitoring.family.operation': { 'zh-CN': '经营', en: 'Operation' },
  'monitoring.family.guarantee': { 'zh-CN': '担保', en: 'Guarantees' },
  'monitoring.family.construction': { 'zh-CN': '建筑与房地产', en: 'Construction and real estate' },
  'monitoring.family.tax': { 'zh-CN': '纳税与社保', en: 'Tax and social insurance' },
  'monitoring.family.people': { 'zh-CN': '主要人员', en: 'Principals' },
  'monitoring.family.litigation': { 'zh-CN': '司法', en: 'Courts' },
  'monitoring.family.labour': { 'zh-CN': '劳动用工', en: 'Labour' },
  'monitoring.family.shadow-credit': { 'zh-CN': '民间融资', en: 'Shadow credit' },
  'monitoring.family.utilities': { 'zh-CN': '水电气', en: 'Utilities' },
  'monitoring.inactive.too-often-wrong': {
    'zh-CN': '误报过多，已停用。',
    en: 'Switched off: it was wrong too often.',
  },
  'monitoring.inactive.replaced': {
    'zh-CN': '已由其他信号替代，停用。',
    en: 'Switched off: another signal took its place.',
  },
  'monitoring.inactive.under-review': {
    'zh-CN': '规则复核中，暂停使用。',
    en: 'Switched off while its rule is reviewed.',
  },
  'monitoring.inactive.no-source-item': {
    'zh-CN': '共享目录中没有可支撑此信号的信息项，未启用。',
    en: 'Not evaluated: no item of the sharing catalogue supports it.',
  },
  'monitoring.inactive.unproven-leads-stay-out': {
    'zh-CN': '未经认定的线索不得用于企业评价和预警，未启用。',
    en: 'Not evaluated: leads that are not determined may not be used against a firm.',
  },
});
