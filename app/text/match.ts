import type { RankingStep } from '~/domain/match/rank.ts';
import { defineText, type Locale } from '~/text/define.ts';

/** The ranking rule as it is published (domain.md E10), one sentence for each step in the order in which they decide. */
export const rankingWords: { readonly [S in RankingStep]: { readonly [L in Locale]: string } } = {
  verdict: {
    'zh-CN':
      '先看条件：全部符合的在前，有待核实条件的其次，有不符合条件的最后。缺少记录只算“待核实”，不算不符合。',
    en: 'Conditions first: products whose conditions you all meet, then those with open questions, then those you miss. A record that is missing leaves a question open; it is never counted as a miss.',
  },
  'current-offer': {
    'zh-CN': '同一组内，可以在本平台申请的产品在前，公开渠道收集的产品示例在后。',
    en: 'Within each group, products that can be applied for here come before examples gathered from public sources.',
  },
  distance: {
    'zh-CN':
      '不符合条件的产品按差距排序：改一下需求或授权就能符合的在前，等一段时间的其次，需要改善经营数据的再次，需要取得资格的更后，无法改变的最后。同样难度时，不符合的条件少的在前。',
    en: 'Products you miss are ordered by distance: those you meet by changing the need or giving consent, then those that time brings, then those that ask for better figures, then those that ask for a title, then those nothing changes. Of equal difficulty, fewer missed conditions come first.',
  },
  'net-cost': {
    'zh-CN':
      '再比净成本：整个期限的利息、一次性费用和担保费，减去按现行政策预计的贴息，以元计。未公布利率的产品排在已公布的之后。',
    en: 'Then net cost in yuan over the whole term: interest, one-time fees and guarantee fee, less the subsidy expected under the schemes in force. Products without a published rate come after those with one.',
  },
  response: {
    'zh-CN':
      '合意程度也相同时，比银行答复速度：最近 180 天从提交到作出决定的工作日中位数，短的在前。银行超时被退回的申请按最慢计；不足 5 件的不公布，排在已公布的之后。',
    en: 'Of equal fit, how fast the bank decides: the median of working days from submission to decision over the last 180 days, shorter first. Applications that a bank let lapse count as the slowest; fewer than five cases are not published and come after those that are.',
  },
  fit: {
    'zh-CN': '成本相同时，看合意程度：提供您想要的还款方式、专为该用途设计、不需要担保，各计一分。',
    en: 'Of equal cost, fit: one point each for the repayment you prefer, for being made for your purpose, and for needing no security.',
  },
  'stable-id': {
    'zh-CN': '仍然相同时，按产品的固定编号排序：同样的输入，任何时候得到同样的顺序。',
    en: 'Still equal: by the product’s fixed number. The same input gives the same order at any time.',
  },
};

/** The match of a need with the shelf, and the page that publishes how it is made. */
export const matchText = defineText({
  'match.title': { 'zh-CN': '匹配结果', en: 'Your match' },
  'match.lede': {
    'zh-CN': (amount: string, months: number, purpose: string) => `${amount} · ${months} 个月 · ${purpose}`,
    en: (amount: string, months: number, purpose: string) => `${amount} · ${months} months · ${purpose}`,
  },
  'match.as-of': {
    'zh-CN': (day: string) => `按 ${day} 已有记录核对，没有产生征信查询。`,
    en: (day: string) => `Checked against the records known on ${day}; no credit enquiry was made.`,
  },
  'match.rule-link': { 'zh-CN': '排序规则', en: 'How this is ranked' },
  'match.scope.full': { 'zh-CN': '使用完整评分', en: 'Full score used' },
  'match.scope.public': { 'zh-CN': '仅使用公开信息评分', en: 'Public score used' },
  'match.scope.none': { 'zh-CN': '尚未评分', en: 'Not scored yet' },
  'match.count.pass': { 'zh-CN': '可以申请', en: 'You qualify' },
  'match.count.unknown': { 'zh-CN': '待核实', en: 'Open questions' },
  'match.count.fail': { 'zh-CN': '暂不符合', en: 'Not yet' },
  'match.count.best': { 'zh-CN': '最低净成本', en: 'Lowest net cost' },
  'match.count.score': { 'zh-CN': '所用评分', en: 'Score used' },
  'match.count.unit': { 'zh-CN': '个产品', en: 'products' },
  'match.group.pass': { 'zh-CN': '条件全部符合', en: 'All conditions met' },
  'match.group.unknown': { 'zh-CN': '有条件待核实', en: 'Conditions open' },
  'match.group.fail': { 'zh-CN': '暂不符合', en: 'Not yet' },
  'match.group.pass-lede': {
    'zh-CN': '按净成本从低到高。是否放款、放多少由银行决定。',
    en: 'Cheapest first. Whether and how much to lend is the bank’s decision.',
  },
  'match.group.unknown-lede': {
    'zh-CN': '没有不符合的条件，只是有些还不知道。每一条都说明怎样可以核实。',
    en: 'Nothing speaks against you; some answers are missing. Each says what would supply it.',
  },
  'match.group.fail-lede': {
    'zh-CN': '按离符合条件的远近排列。每一条都说明差多少、何时可能符合。',
    en: 'Nearest first. Each condition says how far you are and when you may qualify.',
  },
  'match.none.pass': { 'zh-CN': '目前没有全部符合的产品', en: 'No product has all its conditions met yet' },
  'match.none.pass-next': {
    'zh-CN': '看看下面待核实的产品：每一项都写明还缺什么、怎样补上。',
    en: 'Look at the open ones below: each says what is missing and how to supply it.',
  },
  'match.offers': { 'zh-CN': '可在本平台申请', en: 'Apply here' },
  'match.examples': { 'zh-CN': '公开产品示例', en: 'Published examples' },
  'match.examples-lede': {
    'zh-CN': '收集自公开渠道的真实产品，条款可能已经变化，不能在本平台申请，仅供了解市场。',
    en: 'Real products gathered from public sources. Terms may have changed and they cannot be applied for here; they show what the market offers.',
  },
  'match.chart.title': { 'zh-CN': '净成本比较', en: 'Net cost compared' },
  'match.chart.what': {
    'zh-CN': (name: string, cost: string) => `净成本最低的是${name}，${cost}。`,
    en: (name: string, cost: string) => `The cheapest is ${name} at ${cost}.`,
  },
  'match.cost': { 'zh-CN': '净成本', en: 'Net cost' },
  'match.cost.from': { 'zh-CN': (cost: string) => `${cost} 起`, en: (cost: string) => `from ${cost}` },
  'match.cost.enquire': { 'zh-CN': '利率面议', en: 'Rate on enquiry' },
  'match.cost.outside': { 'zh-CN': '该金额或期限不办理', en: 'Not offered for this amount or term' },
  'match.cost.interest': { 'zh-CN': '利息', en: 'Interest' },
  'match.cost.fees': { 'zh-CN': '费用', en: 'Fees' },
  'match.cost.guarantee': { 'zh-CN': '担保费', en: 'Guarantee fee' },
  'match.cost.subsidy': { 'zh-CN': '预计贴息', en: 'Expected subsidy' },
  'match.cost.apr': { 'zh-CN': '年化综合成本', en: 'All-in yearly rate' },
  'match.response': {
    'zh-CN': (days: number) => (days === 0 ? '通常当天答复' : `通常 ${days} 个工作日内答复`),
    en: (days: number) =>
      days === 0
        ? 'usually decides the same day'
        : `usually decides within ${days} working ${days === 1 ? 'day' : 'days'}`,
  },
  'match.room.title': { 'zh-CN': '您的贴息额度', en: 'Your subsidy room' },
  'match.room.lede': {
    'zh-CN': '各家银行合并计算。以放款时的认定为准。',
    en: 'Counted over all banks together; what is determined at disbursement decides.',
  },
  'match.room.scheme': { 'zh-CN': '政策', en: 'Scheme' },
  'match.room.left': { 'zh-CN': '还可贴息的本金', en: 'Principal left' },
  'match.room.used': { 'zh-CN': '已使用', en: 'Used' },
  'match.room.until': { 'zh-CN': '放款截止', en: 'Draw by' },
  'match.room.open': { 'zh-CN': '不限额', en: 'No cap' },
  'match.rules': {
    'zh-CN': (passed: number, all: number) => `条件 ${passed}/${all} 已符合`,
    en: (passed: number, all: number) => `${passed} of ${all} conditions met`,
  },
  'match.rules.failing': { 'zh-CN': (n: number) => `${n} 条不符合`, en: (n: number) => `${n} missed` },
  'match.rules.open': { 'zh-CN': (n: number) => `${n} 条待核实`, en: (n: number) => `${n} open` },
  'match.more': { 'zh-CN': (n: number) => `其余 ${n} 个产品`, en: (n: number) => `${n} more` },
  'match.whole': {
    'zh-CN': (n: number) => `列出全部产品（另有 ${n} 个）`,
    en: (n: number) => `List all products (${n} more)`,
  },
  'match.any': { 'zh-CN': '满足其中之一：', en: 'One of these:' },
  'match.all': { 'zh-CN': '同时满足：', en: 'All of these:' },
  'match.choose-label': { 'zh-CN': (name: string) => `选择${name}`, en: (name: string) => `Choose ${name}` },
  'match.apply': { 'zh-CN': '申请所选产品', en: 'Apply for the chosen ones' },
  'match.apply-hint': {
    'zh-CN': '可以同时申请几家，互不可见。下一步说明授权内容。',
    en: 'You may apply to several; no bank learns of another. The consent comes next.',
  },
  'match.open.title': { 'zh-CN': '怎样打开更多产品', en: 'What would open more products' },
  'match.open.lede': {
    'zh-CN': '现在就能做的在前，按效果排列；等待在后。',
    en: 'What you can do now comes first, by what it opens; waiting comes last.',
  },
  'match.open.none': {
    'zh-CN': '目前没有单独一步就能打开更多产品的办法。',
    en: 'No single step opens another product at present.',
  },
  'match.open.count': {
    'zh-CN': (n: number) => `可打开 ${n} 个产品`,
    en: (n: number) => (n === 1 ? 'opens 1 product' : `opens ${n} products`),
  },
  'match.open.settles': {
    'zh-CN': (n: number) => `可核实 ${n} 个产品的条件`,
    en: (n: number) =>
      n === 1 ? 'settles the questions of 1 product' : `settles the questions of ${n} products`,
  },
  'match.open.do': { 'zh-CN': '去办理', en: 'Do it' },
  'match.closed': { 'zh-CN': '这条需求已关闭', en: 'This need is closed' },
  'match.closed-next': {
    'zh-CN': '结果仍可查看。如需申请，请重新提出需求。',
    en: 'The result can still be read. State a new need to apply.',
  },

  'how.title': { 'zh-CN': '匹配与排序规则', en: 'How matching works' },
  'how.lede': {
    'zh-CN': '同样的记录、同样的需求、同样的产品，得到同样的结果。任何机构都不能付费提高排名。',
    en: 'The same records, need and products give the same result. No institution can pay for a better place.',
  },
  'how.conditions': { 'zh-CN': '第一步：逐条核对条件', en: 'First: every condition is checked' },
  'how.conditions-1': {
    'zh-CN':
      '每个产品的准入条件都写成可以核对的规则：注册地、行业、规模、成立时间、信用等级、具体记录、金额、期限、用途、担保等。',
    en: 'Each product states its conditions as rules that can be checked: place, industry, size, age, grade, single records, amount, term, purpose, security and more.',
  },
  'how.conditions-2': {
    'zh-CN': '每条规则只有三种结果：符合、不符合、待核实。没有记录就是待核实，绝不当作不符合。',
    en: 'Each rule has one of three answers: met, missed, open. No record means open, never missed.',
  },
  'how.conditions-3': {
    'zh-CN': '不符合的，说明差多少、到哪一天可能符合；待核实的，说明授权哪项数据或向谁询问可以确认。',
    en: 'A missed rule says how far you are and on which day you may qualify; an open one says which consent, figure or question to the bank would settle it.',
  },
  'how.cost': { 'zh-CN': '第二步：算出真实成本', en: 'Second: the true cost' },
  'how.cost-1': {
    'zh-CN':
      '净成本 = 整个期限的利息 + 一次性费用 + 担保费 − 预计贴息。利率按产品公布的规则和最近一期 LPR 计算；公布的是区间时，取上限；只公布下限的，按下限计算并标明“起”。',
    en: 'Net cost = interest over the whole term + one-time fees + guarantee fee − expected subsidy. The rate follows the product’s published rule and the latest LPR; of a published range the upper end is taken, and where only a lower end is published the cost is marked “from”.',
  },
  'how.cost-2': {
    'zh-CN': '贴息按现行政策数据测算，一笔贷款只享受一项中央贴息；实际以放款时的认定为准。',
    en: 'The subsidy is estimated from the schemes in force, one central scheme for one loan; what is determined at disbursement counts.',
  },
  'how.rank': { 'zh-CN': '第三步：按公开规则排序', en: 'Third: ranked by a public rule' },
  'how.rank-lede': {
    'zh-CN': '前一条分不出先后，才看后一条。',
    en: 'Each step decides only where the steps before leave products equal.',
  },
  'how.not': { 'zh-CN': '我们不做的事', en: 'What we do not do' },
  'how.not-1': {
    'zh-CN': '不接受付费排名、竞价或返佣。',
    en: 'No paid placement, no bidding, no kickbacks.',
  },
  'how.not-2': {
    'zh-CN': '匹配不查询征信，不通知银行，不影响您的信用记录。',
    en: 'Matching makes no credit enquiry, tells no bank and leaves no trace on your record.',
  },
  'how.not-3': {
    'zh-CN': '不替银行作决定：匹配结果不等于批准。',
    en: 'We do not decide for the bank: a match is not an approval.',
  },
});
