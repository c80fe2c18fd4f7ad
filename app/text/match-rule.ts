import type { RankingStep } from '~/domain/match/rank.ts';
import { defineText, type Locale } from '~/text/define.ts';

/** What each step of the ranking weighs, in a few words: a step decides alone, nothing is mixed into one figure. */
export const weightWords: { readonly [S in RankingStep]: { readonly [L in Locale]: string } } = {
  verdict: { 'zh-CN': '条件是否符合（三档）', en: 'Conditions met (three groups)' },
  'current-offer': { 'zh-CN': '能否在本平台申请（是/否）', en: 'Can be applied for here (yes or no)' },
  distance: { 'zh-CN': '离符合条件的差距', en: 'Distance to qualify' },
  'net-cost': { 'zh-CN': '净成本（元，到分）', en: 'Net cost (yuan, to the fen)' },
  fit: { 'zh-CN': '合意程度（0–3 分，三项各 1 分）', en: 'Fit (0–3, one point for each of three)' },
  response: { 'zh-CN': '银行答复（工作日）', en: 'Bank’s answer (working days)' },
  'stable-id': { 'zh-CN': '产品固定编号', en: 'Fixed number of the product' },
};

/** The tables of the page that publishes the ranking. */
export const matchRuleText = defineText({
  'rule.weights-lede': {
    'zh-CN':
      '没有合成的总分：前一步的权重高于后面各步之和，所以前一步有差别时，后面的都不再看。所有产品用同一套规则。',
    en: 'There is no mixed score: a step outweighs all later ones together, so where it differs the later ones are not looked at. One rule for every product.',
  },
  'rule.apr': {
    'zh-CN': '净成本和年化综合成本怎样算',
    en: 'How net cost and the all-in rate are worked out',
  },
  'rule.apr-lede': {
    'zh-CN':
      '年化综合成本是内部收益率：把到手金额与以后各期还款折成相等的月利率，乘以 12。下面是公开的算例，可用任何计算器核对；贴息在放款后才支付，不计入利率，只从净成本中扣除。',
    en: 'The all-in yearly rate is the internal rate of return: the monthly rate at which what is received equals all later payments, times twelve. These are public examples that any calculator can check. A subsidy is paid afterwards: it is not in the rate, only taken off the net cost.',
  },
  'rule.loan': { 'zh-CN': '贷款', en: 'Loan' },
  'rule.months': {
    'zh-CN': (n: number) => `${n} 个月`,
    en: (n: number) => (n === 1 ? '1 month' : `${n} months`),
  },
  'rule.rate': { 'zh-CN': '年利率', en: 'Yearly rate' },
  'rule.fee': { 'zh-CN': '一次性费用', en: 'One-time fee' },
  'rule.guarantee': { 'zh-CN': '担保费（每年）', en: 'Guarantee fee a year' },
  'rule.net': { 'zh-CN': '净成本', en: 'Net cost' },
  'rule.all-in': { 'zh-CN': '年化综合成本', en: 'All-in yearly rate' },
  'rule.responses': { 'zh-CN': '各银行答复速度', en: 'How fast banks answer' },
  'rule.responses-lede': {
    'zh-CN': '按最近 180 天的申请测算，每天更新。银行无法修改，也无法付费改变。',
    en: 'Measured from the applications of the last 180 days, anew every day. A bank can neither edit nor buy it.',
  },
  'rule.responses-none': { 'zh-CN': '还没有可公布的银行', en: 'No bank can be published yet' },
  'rule.responses-none-next': {
    'zh-CN': '某家银行在 180 天内答复满 5 件申请后，会列在这里。',
    en: 'A bank is listed once it has answered five applications within 180 days.',
  },
  'rule.bank': { 'zh-CN': '银行', en: 'Bank' },
  'rule.decision': { 'zh-CN': '作出决定', en: 'Decides in' },
  'rule.pickup': { 'zh-CN': '开始受理', en: 'Picks up in' },
  'rule.cases': { 'zh-CN': '件数', en: 'Cases' },
  'rule.returned': { 'zh-CN': '超时退回', en: 'Let lapse' },
  'rule.measured': { 'zh-CN': '测算日', en: 'Measured on' },
  'rule.days': {
    'zh-CN': (n: number) => `${n} 个工作日`,
    en: (n: number) => `${n} working ${n === 1 ? 'day' : 'days'}`,
  },
  'rule.unanswered': { 'zh-CN': '多数未答复', en: 'mostly unanswered' },
});
