import type { Locale } from '~/text/define.ts';

type Words = { readonly [code: string]: { readonly [L in Locale]: string } };

/** The field of an example's English words: it is called like a language. */
const inEnglish = 'en';

/** What a figure of a signal is called, by the last step of its path. */
export const signalFields: Words = {
  family: { 'zh-CN': '信号类别', en: 'Family' },
  planNos: { 'zh-CN': '方案编号', en: 'Numbers in the plan' },
  deadlineWorkingDays: { 'zh-CN': '处置期限（工作日）', en: 'Deadlines (working days)' },
  yellow: { 'zh-CN': '黄色', en: 'Yellow' },
  orange: { 'zh-CN': '橙色', en: 'Orange' },
  red: { 'zh-CN': '红色', en: 'Red' },
  active: { 'zh-CN': '启用', en: 'Evaluated' },
  because: { 'zh-CN': '停用原因', en: 'Why it is off' },
  rule: { 'zh-CN': '触发规则', en: 'Rule' },
  items: { 'zh-CN': '来源信息项', en: 'Source items' },
  categories: { 'zh-CN': '只看这些类别', en: 'Only these categories' },
  windowDays: { 'zh-CN': '观察天数', en: 'Within how many days' },
  maxAgeMonths: { 'zh-CN': '最新数据最多早几个月', en: 'Latest data at most so many months old' },
  minMeanMonths: { 'zh-CN': '均值至少含几个月', en: 'Months that the mean needs' },
  quantityIsMonths: { 'zh-CN': '数量即月数', en: 'The quantity counts months' },
  ladder: { 'zh-CN': '阈值阶梯', en: 'Threshold ladder' },
  severity: { 'zh-CN': '等级', en: 'Severity' },
  dpd: { 'zh-CN': '逾期天数', en: 'Days past due' },
  months: { 'zh-CN': '满几个月', en: 'Months' },
  count: { 'zh-CN': '次数', en: 'Times' },
  fallPpm: { 'zh-CN': '下降幅度（百万分之）', en: 'Fall (ppm)' },
  asOf: { 'zh-CN': '算例日期', en: 'As of' },
  facts: { 'zh-CN': '记录', en: 'Records' },
  item: { 'zh-CN': '信息项代码', en: 'Item' },
  on: { 'zh-CN': '发生日', en: 'On' },
  ended: { 'zh-CN': '结束日', en: 'Ended on' },
  category: { 'zh-CN': '类别', en: 'Category' },
  amountYuan: { 'zh-CN': '金额（元）', en: 'Amount (yuan)' },
  quantity: { 'zh-CN': '数量', en: 'Quantity' },
  repeatMonths: { 'zh-CN': '按月重复几次', en: 'Repeated for so many months' },
  zh: { 'zh-CN': '中文说明', en: 'In Chinese' },
  [inEnglish]: { 'zh-CN': '英文说明', en: 'In English' },
};

/** What the values of a signal's choices are called. */
export const signalOptions: Words = {
  yellow: { 'zh-CN': '黄色', en: 'yellow' },
  orange: { 'zh-CN': '橙色', en: 'orange' },
  red: { 'zh-CN': '红色', en: 'red' },
  'too-often-wrong': { 'zh-CN': '误报过多', en: 'too often wrong' },
  replaced: { 'zh-CN': '由其他信号替代', en: 'another signal takes its place' },
  'under-review': { 'zh-CN': '规则复核中', en: 'its rule is under review' },
};
