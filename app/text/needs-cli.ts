import { defineText } from '~/text/define.ts';

/** `xinqiao needs`. */
export const needsCliText = defineText({
  'needs.summary': {
    'zh-CN': '企业发布的融资需求和银行的回应',
    en: 'Needs that firms put before banks, and how banks answered',
  },
  'needs.state': {
    'zh-CN': '发布中、已结束或全部',
    en: 'those that stand, those that are over, or all',
  },
  'needs.line': {
    'zh-CN': (
      amount: string,
      months: number,
      purpose: string,
      until: string,
      taken: number,
      offered: number,
    ) => `${amount}，${months} 个月，${purpose}，${until}：${taken} 家承接，${offered} 家给出方案`,
    en: (amount: string, months: number, purpose: string, until: string, taken: number, offered: number) =>
      `${amount}, ${months} months, ${purpose}, ${until}: taken up by ${taken}, terms from ${offered}`,
  },
  'needs.until': {
    'zh-CN': (day: string) => `发布至 ${day}`,
    en: (day: string) => `posted until ${day}`,
  },
  'needs.over': { 'zh-CN': (_day: string) => '已结束', en: (_day: string) => 'over' },
  'needs.cut': {
    'zh-CN': (n: number) => `以上为最近 ${n} 条，更早的未列出；请用 --state 缩小范围`,
    en: (n: number) => `The latest ${n}; earlier ones are not listed. Narrow them by --state`,
  },
  'needs.sum': { 'zh-CN': (n: number) => `共 ${n} 条`, en: (n: number) => `${n} in all` },
});
