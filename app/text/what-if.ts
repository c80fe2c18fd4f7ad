import { defineText } from '~/text/define.ts';

/** The simulator on the real card. */
export const whatIfText = defineText({
  'what-if.title': { 'zh-CN': '怎样提高评分', en: 'How to raise the score' },
  'what-if.lede': {
    'zh-CN':
      '用公布的评分卡和您自己的记录试算，一分不差；不保存，也不会让任何机构知道。其余情况按保持不变计算。',
    en: 'Worked out on the published card with your own records, to the point. Nothing is stored and nobody is told. Everything else is taken to stay as it is.',
  },
  'what-if.now': { 'zh-CN': '现在', en: 'Now' },
  'what-if.next': { 'zh-CN': '下一等级', en: 'Next grade' },
  'what-if.missing': {
    'zh-CN': (points: string) => `还差 ${points} 分`,
    en: (points: string) => `${points} points to go`,
  },
  'what-if.vetoed': { 'zh-CN': '因一票否决为 D', en: 'D by veto' },
  'what-if.insufficient': { 'zh-CN': '信息不足，暂不能试算', en: 'Too little is known to work anything out' },
  'what-if.insufficient-next': {
    'zh-CN': '请先在评分页授权更多记录参与评价。',
    en: 'Open more records to the evaluation first, from the score page.',
  },
  'what-if.top': { 'zh-CN': '已是最高等级', en: 'This is the highest grade' },
  'what-if.top-next': { 'zh-CN': '继续保持即可。', en: 'Keep it up.' },
  'what-if.cheapest': { 'zh-CN': '最省钱的办法', en: 'The cheapest way' },
  'what-if.earliest': { 'zh-CN': '最快的办法', en: 'The quickest way' },
  'what-if.no-path': {
    'zh-CN': '一年之内，靠下列事项还达不到下一等级。',
    en: 'Within a year, nothing below reaches the next grade.',
  },
  'what-if.path': {
    'zh-CN': (on: string, grade: string) => `${on} 起可达 ${grade} 级`,
    en: (on: string, grade: string) => `Grade ${grade} from ${on}`,
  },
  'what-if.cost': { 'zh-CN': '需付', en: 'To pay' },
  'what-if.points': { 'zh-CN': '得分', en: 'Points' },
  'what-if.products': { 'zh-CN': '新增可申请产品', en: 'Products that open' },
  'what-if.products-n': {
    'zh-CN': (n: number) => `${n} 个`,
    en: (n: number) => (n === 1 ? '1 more product' : `${n} more products`),
  },
  'what-if.closed': {
    'zh-CN': (names: string) => `届时不再可申请：${names}`,
    en: (names: string) => `No longer open by then: ${names}`,
  },
  'what-if.brings': {
    'zh-CN': (points: string, on: string) => `→ ${on} 起 ${points} 分`,
    en: (points: string, on: string) => `→ ${points} points on ${on}`,
  },
  'what-if.brings-products': {
    'zh-CN': (points: string, on: string, n: number) => `→ ${on} 起 ${points} 分；可申请的产品多 ${n} 个`,
    en: (points: string, on: string, n: number) =>
      `→ ${points} points on ${on}; ${n === 1 ? '1 more product opens' : `${n} more products open`}`,
  },
  'what-if.repair': {
    'zh-CN': (name: string, n: number) => `申请信用修复：${name}${n > 1 ? `（${n} 条）` : ''}`,
    en: (name: string, n: number) => `Have it repaired: ${name}${n > 1 ? ` (${n} records)` : ''}`,
  },
  'what-if.repair-when': {
    'zh-CN': (from: string, on: string) =>
      `改正并履行完毕后，${from} 起可以申请；按期受理和决定，最早 ${on} 不再计入`,
    en: (from: string, on: string) =>
      `once corrected and performed it may be asked for from ${from}; decided in time, it counts no more from ${on}`,
  },
  'what-if.repair-open': { 'zh-CN': '查看修复条件', en: 'What repair asks for' },
  'what-if.wait-only': {
    'zh-CN': '什么都不用做，等到这一天即可。',
    en: 'Nothing to do but wait for that day.',
  },
  'what-if.settle-owed': {
    'zh-CN': (name: string, cost: string) => `缴清 ${cost}（${name}）`,
    en: (name: string, cost: string) => `Pay ${cost}: ${name}`,
  },
  'what-if.settle': {
    'zh-CN': (name: string, n: number) => `了结${name}${n > 1 ? `（${n} 条）` : ''}`,
    en: (name: string, n: number) => `Settle: ${name}${n > 1 ? ` (${n} records)` : ''}`,
  },
  'what-if.continue': {
    'zh-CN': (name: string) => `按月缴纳，不间断：${name}`,
    en: (name: string) => `Keep paying every month: ${name}`,
  },
  'what-if.arrives': {
    'zh-CN': (on: string) => `最早 ${on} 报送到平台后生效`,
    en: (on: string) => `counts once it is delivered, ${on} at the earliest`,
  },
  'what-if.acts': { 'zh-CN': '您可以做的事', en: 'What you can do' },
  'what-if.acts-none': { 'zh-CN': '没有可以了结的记录', en: 'There is nothing to settle' },
  'what-if.acts-none-next': {
    'zh-CN': '其他改进办法见评分页的“主要原因与改进办法”。',
    en: 'See “Main reasons and what to do” on the score page for other ways.',
  },
  'what-if.act': { 'zh-CN': '事项', en: 'Act' },
  'what-if.gain': { 'zh-CN': '单独做可得', en: 'What it brings alone' },
  'what-if.no-price': { 'zh-CN': '未载明', en: 'not on record' },
  'what-if.try': { 'zh-CN': '自己试算', en: 'Try it yourself' },
  'what-if.choose': { 'zh-CN': '选择要做的事', en: 'Choose what to do' },
  'what-if.on': { 'zh-CN': '看哪一天的评分', en: 'The score of which day' },
  'what-if.on-hint': {
    'zh-CN': (until: string) => `明天至 ${until}；留空为所选事项全部生效之日。`,
    en: (until: string) => `From tomorrow to ${until}; empty for the day when all choices count.`,
  },
  'what-if.on-wrong': { 'zh-CN': '这一天不在可试算的范围内', en: 'That day cannot be looked at' },
  'what-if.work-out': { 'zh-CN': '试算', en: 'Work it out' },
  'what-if.result': { 'zh-CN': (on: string) => `${on} 的评分`, en: (on: string) => `The score on ${on}` },
  'what-if.late': {
    'zh-CN': (n: number) => `所选事项中有 ${n} 项在这一天还没有生效。`,
    en: (n: number) => `${n} of your choices do not count yet on that day.`,
  },
  'what-if.waits': { 'zh-CN': '等待即可恢复的分', en: 'Points that come back by waiting' },
  'what-if.waits-lede': {
    'zh-CN': '记录超出评价期限后不再计入，无需操作。',
    en: 'Records stop counting once they are older than the window; there is nothing to do.',
  },
  'what-if.waits-none': { 'zh-CN': '一年之内没有。', en: 'None within a year.' },
  'what-if.wait-on': { 'zh-CN': '日期', en: 'Day' },
  'what-if.wait-what': { 'zh-CN': '指标', en: 'Indicator' },
  'what-if.wait-gain': { 'zh-CN': '恢复', en: 'Back' },
  'what-if.change': { 'zh-CN': '变化', en: 'Change' },
});
