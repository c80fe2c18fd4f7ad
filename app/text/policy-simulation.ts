import { defineText } from '~/text/define.ts';

/** The policy simulator: orders, progress, results. */
export const simulationText = defineText({
  'simulation.title': { 'zh-CN': '政策模拟', en: 'Policy simulator' },
  'simulation.lede': {
    'zh-CN':
      '把过去的贷款放到某一版政策或草案下重放：要花多少钱，何时熔断，谁多得、谁少得。模拟不改变任何账目。',
    en: 'Replays past loans under a version or a draft: what it would cost, when a fuse would blow, who gains and who loses. No account is touched.',
  },
  'simulation.new': { 'zh-CN': '新的模拟', en: 'A new simulation' },
  'simulation.what': { 'zh-CN': '政策版本', en: 'Version' },
  'simulation.what-hint': {
    'zh-CN': '草案与底稿版本比较，已发布版本与前一版比较。',
    en: 'A draft is held against the version it began with, a published version against the one before.',
  },
  'simulation.choice': {
    'zh-CN': (name: string, version: number, draft: boolean) =>
      `${name} · 第 ${version} 版${draft ? '草案' : ''}`,
    en: (name: string, version: number, draft: boolean) =>
      `${name} · ${draft ? 'draft of version' : 'version'} ${version}`,
  },
  'simulation.from': { 'zh-CN': '放款起', en: 'Drawn from' },
  'simulation.to': { 'zh-CN': '放款止', en: 'Drawn to' },
  'simulation.pool': { 'zh-CN': '资金池期初（元）', en: 'Pool at the start (yuan)' },
  'simulation.pool-hint': {
    'zh-CN': '只用于风险补偿；不填表示不受资金池限制。',
    en: 'For compensation only; left empty, the pool sets no limit.',
  },
  'simulation.file': { 'zh-CN': '贷款文件（可选）', en: 'Loan file (optional)' },
  'simulation.file-hint': {
    'zh-CN':
      '不选文件则使用平台贷款。CSV 须有列：loan_id、bank、principal_yuan、drawn_on、maturity_on；可有 borrower_id、size、region、industry、purpose、rate_percent、flags、loss_on、unpaid_yuan、recovered_yuan、cause。文件中的贷款都视为符合适用范围。',
    en: 'Without a file the platform’s loans are replayed. A CSV needs the columns loan_id, bank, principal_yuan, drawn_on, maturity_on; it may have borrower_id, size, region, industry, purpose, rate_percent, flags, loss_on, unpaid_yuan, recovered_yuan, cause. Loans of a file are taken as covered.',
  },
  'simulation.start': { 'zh-CN': '开始模拟', en: 'Start' },
  'simulation.past': { 'zh-CN': '已有模拟', en: 'Simulations so far' },
  'simulation.none': { 'zh-CN': '还没有模拟', en: 'No simulation yet' },
  'simulation.none-hint': {
    'zh-CN': '在上面选择一个版本，开始第一次模拟。',
    en: 'Choose a version above and start the first one.',
  },
  'simulation.loans-of': { 'zh-CN': '贷款来源', en: 'Loans' },
  'simulation.source.platform': { 'zh-CN': '平台贷款', en: 'the platform’s' },
  'simulation.source.file': { 'zh-CN': '贷款文件', en: 'a file' },
  'simulation.period': { 'zh-CN': '放款区间', en: 'Drawn between' },
  'simulation.state': { 'zh-CN': '状态', en: 'State' },
  'simulation.state.ordered': { 'zh-CN': '等待开始', en: 'Waiting' },
  'simulation.state.running': { 'zh-CN': '计算中', en: 'Running' },
  'simulation.state.done': { 'zh-CN': '已完成', en: 'Done' },
  'simulation.state.failed': { 'zh-CN': '未完成', en: 'Failed' },
  'simulation.ordered-at': { 'zh-CN': '提交时间', en: 'Ordered' },
  'simulation.ordered-by': { 'zh-CN': '提交人', en: 'Ordered by' },
  'simulation.page-title': {
    'zh-CN': (name: string, version: number, draft: boolean) =>
      `模拟：${name} 第 ${version} 版${draft ? '草案' : ''}`,
    en: (name: string, version: number, draft: boolean) =>
      `Simulation: ${name}, ${draft ? 'draft of version' : 'version'} ${version}`,
  },
  'simulation.against': {
    'zh-CN': (version: number) => `与第 ${version} 版比较`,
    en: (version: number) => `Held against version ${version}`,
  },
  'simulation.alone': { 'zh-CN': '没有可比较的前一版', en: 'No version before it to hold it against' },
  'simulation.progress': { 'zh-CN': '已重放贷款', en: 'Loans replayed' },
  'simulation.waiting': {
    'zh-CN': '正在排队，页面会自动更新；没有脚本时请刷新页面。',
    en: 'It waits its turn. The page looks again by itself; without scripts, reload it.',
  },
  'simulation.failed': { 'zh-CN': '模拟没有完成', en: 'The simulation did not finish' },
  'simulation.rejected': {
    'zh-CN': (rows: string) => `文件中有 ${rows} 行不能读取，没有计入`,
    en: (rows: string) => `${rows} rows of the file could not be read and are left out`,
  },
  'simulation.rejected-line': {
    'zh-CN': (line: number, column: string) => `第 ${line} 行，${column}`,
    en: (line: number, column: string) => `line ${line}, ${column}`,
  },
  'simulation.cost': { 'zh-CN': '总支出', en: 'Total cost' },
  'simulation.cost-before': { 'zh-CN': '原版本支出', en: 'Cost before' },
  'simulation.change': { 'zh-CN': '增减', en: 'Change' },
  'simulation.loans': { 'zh-CN': '贷款笔数', en: 'Loans' },
  'simulation.covered': { 'zh-CN': '符合条件', en: 'Covered' },
  'simulation.paid-loans': { 'zh-CN': '得到资金', en: 'Got money' },
  'simulation.months': { 'zh-CN': '按月支出', en: 'Cost by month' },
  'simulation.months-about': {
    'zh-CN': '补偿计入损失认定的月份，贴息计入产生利息的月份。',
    en: 'Compensation in the month in which the loss was determined, subsidies in the months in which interest accrues.',
  },
  'simulation.month': { 'zh-CN': '月份', en: 'Month' },
  'simulation.after': { 'zh-CN': '本版', en: 'This version' },
  'simulation.before': { 'zh-CN': '原版', en: 'Before' },
  'simulation.no-cost': {
    'zh-CN': '这段时间没有贷款得到资金',
    en: 'No loan of this period gets money',
  },
  'simulation.no-cost-hint': {
    'zh-CN': '可能没有符合条件的贷款，或没有发生损失。可换一段时间，或上传贷款文件。',
    en: 'None may be covered, or nothing was lost. Try another period, or hand in a loan file.',
  },
  'simulation.fuses': { 'zh-CN': '熔断', en: 'Fuses' },
  'simulation.no-fuse': { 'zh-CN': '没有银行触发熔断', en: 'No bank’s fuse blows' },
  'simulation.fuse': {
    'zh-CN': (bank: string, year: number, day: string) => `${bank}：${year} 年度在 ${day} 触发熔断`,
    en: (bank: string, year: number, day: string) => `${bank}: blown for ${year} on ${day}`,
  },
  'simulation.pool-short': {
    'zh-CN': (day: string) => `资金池在 ${day} 不足`,
    en: (day: string) => `The pool runs short on ${day}`,
  },
  'simulation.outcomes': { 'zh-CN': '处理结果', en: 'Outcomes' },
  'simulation.outcome': { 'zh-CN': '结果', en: 'Outcome' },
  'simulation.outcome.subsidised': { 'zh-CN': '贴息', en: 'subsidised' },
  'simulation.outcome.outside': { 'zh-CN': '不在适用范围', en: 'not covered' },
  'simulation.outcome.no-loss': { 'zh-CN': '没有损失', en: 'no loss' },
  'simulation.gains': { 'zh-CN': '谁多得，谁少得', en: 'Who gains, who loses' },
  'simulation.gains-about': {
    'zh-CN': '借款人不足 5 户的一组不显示金额，以免指向某一户。',
    en: 'A group of fewer than five borrowers is kept back, so that none of them is pointed at.',
  },
  'simulation.by.bank': { 'zh-CN': '按银行', en: 'By bank' },
  'simulation.by.size': { 'zh-CN': '按规模', en: 'By size' },
  'simulation.by.region': { 'zh-CN': '按地区', en: 'By region' },
  'simulation.borrowers': { 'zh-CN': '借款人', en: 'Borrowers' },
  'simulation.hidden': { 'zh-CN': '不足 5 户', en: 'fewer than 5' },
  'simulation.unknown': { 'zh-CN': '未登记', en: 'not known' },
});

export const simulationFlashes = defineText({
  'simulation.flash.ordered': { 'zh-CN': '模拟已提交。', en: 'The simulation is ordered.' },
});
