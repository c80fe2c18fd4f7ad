import { defineText } from '~/text/define.ts';

/** What the command `match` says. */
export const matchCliText = defineText({
  'cli.match.summary': {
    'zh-CN': '把全部企业与货架上的全部产品逐条匹配（默认需求：50 万元、12 个月、流动资金、无抵押）',
    en: 'Match every firm with every product on the shelf (default need: CNY 500,000, 12 months, working capital, no pledge)',
  },
  'cli.match.firm-option': {
    'zh-CN': '只看一家企业：可申请的前十个产品和差得最少的十个，逐条说明；不写入清单',
    en: 'One firm alone: the first ten products it may have and the ten it misses by least, with reasons; no list is written',
  },
  'cli.match.firm': {
    'zh-CN': (name: string, on: string, stated: boolean) =>
      `${name}，${on}，${stated ? '按企业最近的融资需求' : '按默认需求（50 万元、12 个月）'}`,
    en: (name: string, on: string, stated: boolean) =>
      `${name}, ${on}, for ${stated ? 'its latest need' : 'the usual need (CNY 500,000, 12 months)'}`,
  },
  'cli.match.missed': { 'zh-CN': '差得最少的产品：', en: 'Missed by least:' },
  'cli.match.no-price': { 'zh-CN': '未公布价格', en: 'no published price' },
  'cli.match.example': { 'zh-CN': '公开产品示例', en: 'published example' },
  'cli.match.bar': { 'zh-CN': '匹配', en: 'Matching' },
  'cli.match.done': {
    'zh-CN': (firms: string, products: string, pairs: string, seconds: string) =>
      `${firms} 家企业 × ${products} 个产品 = ${pairs} 对，用时 ${seconds} 秒`,
    en: (firms: string, products: string, pairs: string, seconds: string) =>
      `${firms} firms × ${products} products = ${pairs} pairs in ${seconds} s`,
  },
  'cli.match.verdicts': {
    'zh-CN': (pass: string, unknown: string, fail: string) =>
      `符合 ${pass} · 待确认 ${unknown} · 不符合 ${fail}`,
    en: (pass: string, unknown: string, fail: string) => `met ${pass} · open ${unknown} · missed ${fail}`,
  },
  'cli.match.written': {
    'zh-CN': (n: string) => `更新匹配清单 ${n} 份`,
    en: (n: string) => `${n} lists changed`,
  },
});
