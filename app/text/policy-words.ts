import type { SizeClass } from '~/domain/enterprise/size.ts';
import type { LossCause } from '~/domain/policy/compensation-rules.ts';
import type { DayCount } from '~/domain/policy/day-count.ts';
import type { Bound } from '~/domain/policy/line.ts';
import type { LoanFlag } from '~/domain/policy/loan-facts.ts';
import type { Locale } from '~/text/define.ts';

type Words<K extends string> = { readonly [Code in K]: { readonly [L in Locale]: string } };

export const flagWords: Words<LoanFlag> = {
  'key-list': { 'zh-CN': '重点企业名单', en: 'key-enterprise list' },
  'ip-pledge': { 'zh-CN': '知识产权质押', en: 'intellectual-property pledge' },
  'receivable-pledge': { 'zh-CN': '应收账款质押', en: 'receivables pledge' },
  'monetary-tool': { 'zh-CN': '货币政策工具资金', en: 'monetary-policy-tool loan' },
  guaranteed: { 'zh-CN': '融资担保', en: 'guaranteed loan' },
  insured: { 'zh-CN': '信用保证保险', en: 'credit-guarantee insurance' },
  unsecured: { 'zh-CN': '信用贷款（无抵押无担保）', en: 'unsecured loan' },
  'first-loan': { 'zh-CN': '首贷', en: 'first loan' },
  'policy-instrument': { 'zh-CN': '政策性金融工具支持项目', en: 'project of policy-instrument funds' },
};

export const dayCountWords: Words<DayCount> = {
  actual360: { 'zh-CN': '实际天数/360', en: 'actual/360' },
  actual365F: { 'zh-CN': '实际天数/365', en: 'actual/365' },
  actualActual: { 'zh-CN': '实际天数/实际天数', en: 'actual/actual' },
  thirty360: { 'zh-CN': '30/360', en: '30/360' },
};

export const sizeWords: Words<SizeClass | 'undetermined'> = {
  micro: { 'zh-CN': '微型', en: 'micro' },
  small: { 'zh-CN': '小型', en: 'small' },
  medium: { 'zh-CN': '中型', en: 'medium' },
  large: { 'zh-CN': '大型', en: 'large' },
  undetermined: { 'zh-CN': '未划型', en: 'not classified' },
};

/** Sectors, purposes, lists and payers are named by schemes, so new ones arrive as data. */
export const schemeWords: Words<string> = {
  'catering-accommodation': { 'zh-CN': '餐饮住宿', en: 'catering and accommodation' },
  health: { 'zh-CN': '健康', en: 'health' },
  'elderly-care': { 'zh-CN': '养老', en: 'elderly care' },
  childcare: { 'zh-CN': '托育', en: 'childcare' },
  housekeeping: { 'zh-CN': '家政', en: 'housekeeping' },
  'culture-entertainment': { 'zh-CN': '文化娱乐', en: 'culture and entertainment' },
  tourism: { 'zh-CN': '旅游', en: 'tourism' },
  sports: { 'zh-CN': '体育', en: 'sports' },
  digital: { 'zh-CN': '数字', en: 'digital services' },
  green: { 'zh-CN': '绿色', en: 'green' },
  retail: { 'zh-CN': '零售', en: 'retail' },
  'working-capital': { 'zh-CN': '流动资金周转', en: 'working capital' },
  'order-fulfilment': { 'zh-CN': '订单备货与履约', en: 'fulfilling orders' },
  equipment: { 'zh-CN': '购置设备与技术改造', en: 'equipment and upgrading' },
  premises: { 'zh-CN': '厂房与经营场所', en: 'premises' },
  research: { 'zh-CN': '研发投入', en: 'research and development' },
  farming: { 'zh-CN': '种养与农资', en: 'farming' },
  renewal: { 'zh-CN': '续贷', en: 'renewal' },
  'registered-poor-household': { 'zh-CN': '建档立卡贫困户', en: 'registered poor households' },
  'poverty-relief-enterprise': { 'zh-CN': '扶贫企业', en: 'poverty-relief enterprises' },
  'new-agricultural-enterprise': { 'zh-CN': '新型农业企业', en: 'new agricultural firms' },
  'start-up-guarantee': { 'zh-CN': '创业担保贷款对象', en: 'borrowers of start-up guarantee loans' },
  'technology-sme': { 'zh-CN': '科技型中小企业', en: 'technology firms' },
  city: { 'zh-CN': '市级财政', en: 'the city' },
  region: { 'zh-CN': '自治区财政', en: 'the region' },
  treasury: { 'zh-CN': '财政', en: 'the treasury' },
  district: { 'zh-CN': '区级财政', en: 'the district' },
  government: { 'zh-CN': '政府', en: 'the government' },
  enterprises: { 'zh-CN': '企业互助金', en: 'the firms’ mutual deposits' },
  pool: { 'zh-CN': '资金池', en: 'the pool' },
  bank: { 'zh-CN': '银行', en: 'the bank' },
  guarantor: { 'zh-CN': '担保机构', en: 'the guarantor' },
  insurer: { 'zh-CN': '保险公司', en: 'the insurer' },
  central: { 'zh-CN': '中央财政', en: 'the central treasury' },
  province: { 'zh-CN': '省级财政', en: 'the province' },
};

export const boundWords: Words<Bound> = {
  share: { 'zh-CN': '补偿比例', en: 'the share' },
  'borrower-cap': { 'zh-CN': '单户剩余额度', en: 'what the borrower’s cap leaves' },
  'year-cap': { 'zh-CN': '年度剩余额度', en: 'what the year’s cap leaves' },
  pool: { 'zh-CN': '资金池余额', en: 'what the pool holds' },
  'remaining-loss': { 'zh-CN': '未由其他方承担的损失', en: 'the loss that nobody else bears' },
};

/** Causes of a loss in the decision table of a scheme. */
export const causeWords: Words<LossCause> = {
  market: { 'zh-CN': '市场因素', en: 'the market' },
  'disaster-or-illness': {
    'zh-CN': '重大自然灾害、死亡或重大疾病',
    en: 'a natural disaster, death or serious illness',
  },
  'wilful-default': { 'zh-CN': '有能力偿还但恶意逃避', en: 'wilful default' },
  'township-recommended': { 'zh-CN': '乡镇推荐', en: 'a recommendation by the township' },
  'bank-negligence': { 'zh-CN': '银行能收回而未采取有效措施', en: 'the bank’s failure to act' },
  other: { 'zh-CN': '其他原因', en: 'another cause' },
};

/** Determinations that must be on file before a cause counts. */
export const determinationWords: Words<string> = {
  'evasion-determination': { 'zh-CN': '逃废债认定', en: 'a determination of evasion' },
};

/** The name of a code, the code itself when no word was written for it. */
export const wordOf = (
  words: { readonly [code: string]: { readonly [L in Locale]: string } },
  code: string,
  locale: Locale,
): string => words[code]?.[locale] ?? code;

/** Names one after another as the language lists them. */
export const listOf = (
  words: { readonly [code: string]: { readonly [L in Locale]: string } },
  codes: readonly string[],
  locale: Locale,
): string => codes.map((code) => wordOf(words, code, locale)).join(locale === 'en' ? ', ' : '、');
