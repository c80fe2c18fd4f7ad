import type { Locale } from '~/text/define.ts';

type Words = { readonly [code: string]: { readonly [L in Locale]: string } };

/** What a figure of a scheme is called, by the last step of its path. */
export const fieldWords: Words = {
  nameZh: { 'zh-CN': '中文名称', en: 'Name in Chinese' },
  nameEn: { 'zh-CN': '英文名称', en: 'Name in English' },
  legalBasis: { 'zh-CN': '政策依据', en: 'Legal basis' },
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
  funding: { 'zh-CN': '资金分担', en: 'Funding' },
  given: { 'zh-CN': '条件', en: 'Given' },
  expect: { 'zh-CN': '应得', en: 'Expected' },
};

/** Where a figure stands, such as “金额分档 2 · 比例”: steps of the path by name, places in a list by number. */
export function wordPath(path: string, locale: Locale): string {
  const steps = path.split('.').filter((step, at) => !(at === 0 && step === 'body'));
  const words: string[] = [];
  for (const step of steps) {
    const last = words.length - 1;
    if (/^\d+$/.test(step) && last >= 0) words[last] = `${words[last]} ${step}`;
    else words.push(fieldWords[step]?.[locale] ?? step);
  }
  return words.join(' · ');
}
