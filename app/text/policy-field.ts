import type { Locale } from '~/text/define.ts';
import { showFen, showPpm } from '~/text/format.ts';
import { schemeWords } from '~/text/policy-words.ts';
import { signalFields } from '~/text/signal-field.ts';

type Words = { readonly [code: string]: { readonly [L in Locale]: string } };

/** What a figure of a scheme is called, by the last step of its path. */
export const fieldWords: Words = {
  ...signalFields,
  nameZh: { 'zh-CN': '中文名称', en: 'Name in Chinese' },
  nameEn: { 'zh-CN': '英文名称', en: 'Name in English' },
  legalBasis: { 'zh-CN': '政策依据', en: 'Legal basis' },
  legalBasisEn: { 'zh-CN': '政策依据（英文）', en: 'Legal basis in English' },
  jurisdiction: { 'zh-CN': '制定地区', en: 'Jurisdiction' },
  validFrom: { 'zh-CN': '生效日', en: 'In force from' },
  validTo: { 'zh-CN': '失效日', en: 'Last day' },
  unverified: { 'zh-CN': '待核实部分', en: 'Unconfirmed parts' },
  examples: { 'zh-CN': '算例', en: 'Worked example' },
  body: { 'zh-CN': '政策内容', en: 'Rules' },
  form: { 'zh-CN': '计算方式', en: 'Formula' },
  coverage: { 'zh-CN': '适用范围', en: 'Coverage' },
  regions: { 'zh-CN': '适用地区', en: 'Regions' },
  sectors: { 'zh-CN': '支持领域', en: 'Sectors' },
  sector: { 'zh-CN': '领域', en: 'Sector' },
  industryCodes: { 'zh-CN': '行业代码', en: 'Industry codes' },
  excludedIndustries: { 'zh-CN': '排除行业', en: 'Industries kept out' },
  sizes: { 'zh-CN': '企业规模', en: 'Size classes' },
  purposes: { 'zh-CN': '贷款用途', en: 'Purposes' },
  borrowerLists: { 'zh-CN': '借款人名单', en: 'Borrower lists' },
  purposeFlags: { 'zh-CN': '不限用途的情形', en: 'Marks that free the purpose' },
  lenders: { 'zh-CN': '经办机构', en: 'Lenders' },
  lenderList: { 'zh-CN': '经办机构名单代码', en: 'Code of the list of lenders' },
  maxRatePpm: { 'zh-CN': '合同利率上限（百万分之）', en: 'Highest contract rate (ppm)' },
  unpublished: { 'zh-CN': '未公布数值的条件', en: 'Conditions without published figures' },
  flags: { 'zh-CN': '贷款条件', en: 'Marks of the loan' },
  bands: { 'zh-CN': '金额分档', en: 'Bands' },
  upToWan: { 'zh-CN': '上限（万元）', en: 'Up to (万元)' },
  sharePpm: { 'zh-CN': '比例（百万分之）', en: 'Share (ppm)' },
  addOns: { 'zh-CN': '加成', en: 'Add-ons' },
  anyOf: { 'zh-CN': '任一条件', en: 'Any of' },
  ceilingPpm: { 'zh-CN': '比例上限（百万分之）', en: 'Ceiling (ppm)' },
  togetherPpm: { 'zh-CN': '各方合计上限（百万分之）', en: 'All payers together (ppm)' },
  guarantorMode: { 'zh-CN': '担保模式', en: 'Guarantor mode' },
  yearCapWan: { 'zh-CN': '年度上限（万元）', en: 'Cap per year (万元)' },
  borrowerCapWan: { 'zh-CN': '单户上限（万元）', en: 'Cap per borrower (万元)' },
  fuse: { 'zh-CN': '熔断', en: 'Fuse' },
  basis: { 'zh-CN': '口径', en: 'Basis' },
  measure: { 'zh-CN': '指标', en: 'Measure' },
  trigger: { 'zh-CN': '触发', en: 'Trigger' },
  pool: { 'zh-CN': '资金池', en: 'Pool' },
  initialWan: { 'zh-CN': '首期规模（万元）', en: 'Initial size (万元)' },
  maxWan: { 'zh-CN': '规模上限（万元）', en: 'Largest size (万元)' },
  sources: { 'zh-CN': '资金来源', en: 'Sources' },
  payer: { 'zh-CN': '出资方', en: 'Payer' },
  parts: { 'zh-CN': '份数', en: 'Parts' },
  leverage: { 'zh-CN': '放大倍数', en: 'Leverage' },
  ringFenced: { 'zh-CN': '封闭运行', en: 'Ring-fenced' },
  enrolmentRequired: { 'zh-CN': '须放款时备案', en: 'Enrolment required' },
  straddling: { 'zh-CN': '资金不足时', en: 'When the pool runs short' },
  alongside: { 'zh-CN': '可叠加的出资方', en: 'May pay alongside' },
  causes: { 'zh-CN': '损失原因', en: 'Causes of loss' },
  cause: { 'zh-CN': '原因', en: 'Cause' },
  dominates: { 'zh-CN': '优先于其他原因', en: 'Dominates' },
  requires: { 'zh-CN': '须有认定', en: 'Requires' },
  loanWan: { 'zh-CN': '贷款金额（万元）', en: 'Loan (万元)' },
  min: { 'zh-CN': '最低', en: 'Least' },
  max: { 'zh-CN': '最高', en: 'Most' },
  maxTermMonths: { 'zh-CN': '最长期限（月）', en: 'Longest term (months)' },
  level: { 'zh-CN': '层级', en: 'Level' },
  pointsPpm: { 'zh-CN': '贴息点数（百万分之）', en: 'Points (ppm)' },
  tenor: { 'zh-CN': 'LPR 期限', en: 'LPR tenor' },
  plusPpm: { 'zh-CN': 'LPR 加减点（百万分之）', en: 'Added to LPR (ppm)' },
  maxMonths: { 'zh-CN': '最长贴息期（月）', en: 'Longest subsidy (months)' },
  principalCapWan: { 'zh-CN': '单户本金上限（万元）', en: 'Principal cap (万元)' },
  amountCapWan: { 'zh-CN': '单户贴息上限（万元）', en: 'Subsidy cap (万元)' },
  yearAmountCapWan: { 'zh-CN': '单户年度贴息上限（万元）', en: 'Subsidy cap per year (万元)' },
  contractWindow: { 'zh-CN': '合同签订期', en: 'Contract window' },
  drawdownWindow: { 'zh-CN': '放款期', en: 'Drawdown window' },
  from: { 'zh-CN': '起', en: 'From' },
  to: { 'zh-CN': '止', en: 'To' },
  newMoneyOnly: { 'zh-CN': '仅限新发放贷款', en: 'New money only' },
  paidFirst: { 'zh-CN': '先结后贴', en: 'Interest paid first' },
  excludes: { 'zh-CN': '不可同享', en: 'Not together with' },
  volumeRewardPpm: { 'zh-CN': '新增奖励（百万分之）', en: 'Reward for new lending (ppm)' },
  firstLoanRewardPpm: { 'zh-CN': '首贷奖励（百万分之）', en: 'Reward for first loans (ppm)' },
  ownerLoan: { 'zh-CN': '企业主经营性贷款', en: 'Business loans of the owner' },
  funding: { 'zh-CN': '资金分担', en: 'Funding' },
  recovery: { 'zh-CN': '追回分配', en: 'Split of recoveries' },
  amountFen: { 'zh-CN': '金额', en: 'Amount' },
  outcome: { 'zh-CN': '处理结果', en: 'Outcome' },
  blown: { 'zh-CN': '是否熔断', en: 'Blown' },
  principalWan: { 'zh-CN': '贷款（万元）', en: 'Loan (万元)' },
  lossWan: { 'zh-CN': '损失（万元）', en: 'Loss (万元)' },
  unpaidWan: { 'zh-CN': '未还本金（万元）', en: 'Unpaid principal (万元)' },
  recoveredWan: { 'zh-CN': '已追回（万元）', en: 'Recovered (万元)' },
  costsWan: { 'zh-CN': '追偿费用（万元）', en: 'Costs (万元)' },
  eligibleLossWan: { 'zh-CN': '计入损失（万元）', en: 'Eligible loss (万元)' },
  otherPayersWan: { 'zh-CN': '其他方已付（万元）', en: 'Paid by others (万元)' },
  enrolledWan: { 'zh-CN': '备案本金（万元）', en: 'Enrolled (万元)' },
  borrowerCapLeftWan: { 'zh-CN': '单户剩余（万元）', en: 'Borrower’s cap left (万元)' },
  yearCapLeftWan: { 'zh-CN': '年度剩余（万元）', en: 'Year’s cap left (万元)' },
  poolLeftWan: { 'zh-CN': '资金池余额（万元）', en: 'Pool left (万元)' },
  capUsedWan: { 'zh-CN': '他行已用（万元）', en: 'Cap used (万元)' },
  paid: { 'zh-CN': '各方已付', en: 'Paid' },
  paidWan: { 'zh-CN': '已付（万元）', en: 'Paid (万元)' },
  proven: { 'zh-CN': '已证实原因', en: 'Proven causes' },
  determinations: { 'zh-CN': '认定', en: 'Determinations' },
  enrolled: { 'zh-CN': '已备案', en: 'Enrolled' },
  fuseBlown: { 'zh-CN': '已熔断', en: 'Fuse blown' },
  mode: { 'zh-CN': '模式', en: 'Mode' },
  ratePpm: { 'zh-CN': '合同利率（百万分之）', en: 'Contract rate (ppm)' },
  localPpm: { 'zh-CN': '地方已贴（百万分之）', en: 'Local subsidy (ppm)' },
  lprPpm: { 'zh-CN': 'LPR（百万分之）', en: 'LPR (ppm)' },
  drawnOn: { 'zh-CN': '放款日', en: 'Drawn on' },
  days: { 'zh-CN': '天数', en: 'Days' },
  dayCount: { 'zh-CN': '计息基础', en: 'Day count' },
  given: { 'zh-CN': '条件', en: 'Given' },
  expect: { 'zh-CN': '应得', en: 'Expected' },
};

/** A figure as a person reads it: rates also in percent, amounts of examples as money. */
export function wordFigure(path: string, value: string, locale: Locale): string {
  const step = path.split('.').at(-1) ?? '';
  const isMoney = /\.expect\.(amountFen$|parts\.|funding\.)/.test(path) && /^\d+$/.test(value);
  if (isMoney) return showFen(value, locale);
  if (/Ppm$/.test(step) && /^-?\d+$/.test(value)) return `${value} (${showPpm(Number(value), locale, 2)})`;
  return value;
}

/** Titles of examples in the reader’s language, by the step that names them in a path. */
type Titles = { readonly [step: string]: string };

/** Where a figure stands, such as “金额分档 2 · 比例”: steps of the path by name, places in a list by number. */
export function wordPath(path: string, locale: Locale, titles: Titles = {}): string {
  const steps = path.split('.').filter((step, at) => !(at === 0 && step === 'body'));
  const words: string[] = [];
  for (const step of steps) {
    const last = words.length - 1;
    if (/^\d+$/.test(step) && last >= 0) words[last] = `${words[last]} ${step}`;
    else words.push(fieldWords[step]?.[locale] ?? titles[step] ?? schemeWords[step]?.[locale] ?? step);
  }
  return words.join(' · ');
}
