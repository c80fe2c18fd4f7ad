import { defineText } from '~/text/define.ts';

/** What the command `match` says. */
export const matchCliText = defineText({
  'cli.match.summary': {
    'zh-CN': '把全部企业与货架上的全部产品逐条匹配（默认需求：50 万元、12 个月、流动资金、无抵押）',
    en: 'Match every firm with every product on the shelf (default need: CNY 500,000, 12 months, working capital, no pledge)',
  },
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
