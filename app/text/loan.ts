import { defineText } from '~/text/define.ts';
import { showDay, showFen } from '~/text/format.ts';

/** Loans in service: portfolio, schedule, class, payments, schemes. */
export const loanText = defineText({
  'loan.list.firm.title': { 'zh-CN': '我的贷款', en: 'My loans' },
  'loan.list.firm.lede': {
    'zh-CN': '已放款的贷款、还款计划，以及可享受的贴息与风险补偿政策。',
    en: 'Disbursed loans, what is due when, and which subsidies and compensation apply.',
  },
  'loan.list.bank.title': { 'zh-CN': '贷款组合', en: 'Portfolio' },
  'loan.list.bank.lede': {
    'zh-CN': '本行经平台发放的贷款，逾期最久的排在最前。',
    en: 'Your loans made through the platform, the longest past due first.',
  },
  'loan.caption': { 'zh-CN': '贷款', en: 'Loans' },
  'loan.contract': { 'zh-CN': '合同', en: 'Contract' },
  'loan.firm': { 'zh-CN': '企业', en: 'Firm' },
  'loan.bank': { 'zh-CN': '银行', en: 'Bank' },
  'loan.contract-and-firm': { 'zh-CN': '合同与企业', en: 'Contract and firm' },
  'loan.contract-and-bank': { 'zh-CN': '合同与银行', en: 'Contract and bank' },
  'loan.principal': { 'zh-CN': '贷款金额', en: 'Amount' },
  'loan.balance': { 'zh-CN': '余额', en: 'Outstanding' },
  'loan.rate': { 'zh-CN': '年利率', en: 'Yearly rate' },
  'loan.term': { 'zh-CN': '期限', en: 'Term' },
  'loan.months': {
    'zh-CN': (n: number) => `${n} 个月`,
    en: (n: number) => (n === 1 ? '1 month' : `${n} months`),
  },
  'loan.class': { 'zh-CN': '五级分类', en: 'Five-tier class' },
  'loan.dpd': { 'zh-CN': '逾期天数', en: 'Days past due' },
  'loan.dpd-short': { 'zh-CN': (n: number) => `逾期 ${n} 天`, en: (n: number) => `${n} d past due` },
  'loan.next-due': { 'zh-CN': '下次还款日', en: 'Next due' },
  'loan.maturity': { 'zh-CN': '到期日', en: 'Maturity' },
  'loan.alerts': { 'zh-CN': '未结预警', en: 'Open alerts' },
  'loan.tab.active': { 'zh-CN': '在贷', en: 'Live' },
  'loan.tab.settled': { 'zh-CN': '已结清', en: 'Settled' },
  'loan.empty': { 'zh-CN': '没有贷款', en: 'No loan' },
  'loan.empty-next.firm': {
    'zh-CN': '从需求与匹配开始，找到合适的产品再申请。',
    en: 'Start with a need: find a product that fits, then apply.',
  },
  'loan.empty-next.bank': {
    'zh-CN': '企业接受授信方案并登记放款后，贷款会出现在这里。',
    en: 'A loan appears here once an offer is accepted and the disbursement recorded.',
  },
  'loan.page-title': { 'zh-CN': '贷款', en: 'Loan' },
  'loan.title': {
    'zh-CN': (contract: string) => `贷款 ${contract}`,
    en: (contract: string) => `Loan ${contract}`,
  },
  'loan.state.active': { 'zh-CN': '在贷', en: 'Live' },
  'loan.state.settled': { 'zh-CN': '已结清', en: 'Settled' },
  'loan.state.written-off': { 'zh-CN': '已核销', en: 'Written off' },
  'loan.overdue': {
    'zh-CN': (days: number, fen: string) => `已逾期 ${days} 天，应还未还 ${showFen(fen, 'zh-CN')}`,
    en: (days: number, fen: string) => `${days} days past due, ${showFen(fen, 'en')} unpaid`,
  },
  'loan.overdue-next': {
    'zh-CN': '请尽快还款或联系贷款银行。部分还款不会重新起算逾期天数。',
    en: 'Pay or contact the bank. A part payment does not restart the count of days.',
  },
  'loan.succeeded': {
    'zh-CN': (on: string) => `借款企业已于 ${showDay(on, 'zh-CN')} 合并或分立`,
    en: (on: string) => `The borrower was absorbed or divided on ${showDay(on, 'en')}`,
  },
  'loan.succeeded-part': {
    'zh-CN': (on: string) => `借款企业的一部分已于 ${showDay(on, 'zh-CN')} 分立`,
    en: (on: string) => `A part of the borrower was spun off on ${showDay(on, 'en')}`,
  },
  'loan.succeeded-next': {
    'zh-CN': '合同不变，由承继企业依法承担；原授权不随之转移，需要数据或继续贷后监测时，请承继企业重新授权。',
    en: 'The contract stands and the successor answers for it by law. No consent went along: ask the successor for a new one to read its data and to go on watching the loan.',
  },
  'loan.terms': { 'zh-CN': '合同要素', en: 'Terms' },
  'loan.method': { 'zh-CN': '还款方式', en: 'Repayment' },
  'loan.method.equal-instalment': { 'zh-CN': '等额本息', en: 'Equal instalments' },
  'loan.method.equal-principal': { 'zh-CN': '等额本金', en: 'Equal principal' },
  'loan.method.bullet-monthly': {
    'zh-CN': '按月付息、到期还本',
    en: 'Interest monthly, principal at maturity',
  },
  'loan.method.bullet-quarterly': {
    'zh-CN': '按季付息、到期还本',
    en: 'Interest quarterly, principal at maturity',
  },
  'loan.method.bullet-at-maturity': { 'zh-CN': '利随本清', en: 'All at maturity' },
  'loan.day-count': { 'zh-CN': '计息基础', en: 'Day count' },
  'loan.day-count.actual360': { 'zh-CN': '实际天数/360', en: 'Actual/360' },
  'loan.day-count.actual365F': { 'zh-CN': '实际天数/365', en: 'Actual/365 fixed' },
  'loan.day-count.actualActual': { 'zh-CN': '实际天数/实际天数', en: 'Actual/actual' },
  'loan.day-count.thirty360': { 'zh-CN': '按月（30/360）', en: 'By month (30/360)' },
  'loan.contract-on': { 'zh-CN': '签约日', en: 'Contract signed' },
  'loan.disbursed-on': { 'zh-CN': '放款日', en: 'Disbursed' },
  'loan.schedule': { 'zh-CN': '还款计划', en: 'Schedule' },
  'loan.schedule-about': { 'zh-CN': '每期本金与利息', en: 'Principal and interest of each instalment' },
  'loan.schedule-chart': { 'zh-CN': '本金余额走势', en: 'Outstanding principal over time' },
  'loan.seq': { 'zh-CN': '期次', en: 'No.' },
  'loan.due-on': { 'zh-CN': '还款日', en: 'Due' },
  'loan.due-principal': { 'zh-CN': '本金', en: 'Principal' },
  'loan.due-interest': { 'zh-CN': '利息', en: 'Interest' },
  'loan.due-total': { 'zh-CN': '合计', en: 'Total' },
  'loan.due-state': { 'zh-CN': '状态', en: 'State' },
  'loan.instalment.paid': { 'zh-CN': '已还', en: 'Paid' },
  'loan.instalment.part-paid': { 'zh-CN': '部分已还', en: 'Part paid' },
  'loan.instalment.overdue': { 'zh-CN': '逾期', en: 'Overdue' },
  'loan.instalment.due': { 'zh-CN': '未到期', en: 'Not yet due' },
  'loan.sum': { 'zh-CN': '合计', en: 'Sum' },
  'loan.payments': { 'zh-CN': '还款记录', en: 'Payments' },
  'loan.payments-empty': { 'zh-CN': '还没有还款记录', en: 'No payment recorded yet' },
  'loan.paid-on': { 'zh-CN': '还款日', en: 'Paid on' },
  'loan.schemes': { 'zh-CN': '可享政策', en: 'Schemes' },
  'loan.schemes-about': {
    'zh-CN':
      '按放款当日有效的政策自动预审：能享受的给出金额与算法，不能享受的说明原因。最终以主管部门审核为准。',
    en: 'Checked automatically against the policies in force on the day of disbursement: amounts with their working, or the reasons why not. The competent authority decides.',
  },
  'loan.schemes-pending': {
    'zh-CN': '预审正在进行，请稍后刷新。',
    en: 'The check is under way; reload in a moment.',
  },
  'loan.scheme.eligible': { 'zh-CN': '符合', en: 'Eligible' },
  'loan.scheme.ineligible': { 'zh-CN': '不符合', en: 'Not eligible' },
  'loan.scheme.none': {
    'zh-CN': '放款当日没有有效的政策',
    en: 'No scheme in force on the day of disbursement',
  },
  'loan.scheme.elsewhere': {
    'zh-CN': (n: number) => `其他地区的 ${n} 项政策`,
    en: (n: number) => (n === 1 ? '1 scheme of another place' : `${n} schemes of other places`),
  },
  'loan.scheme.none-about': {
    'zh-CN': '平台只按已公布的政策数据预审，不作推测。',
    en: 'Only published policy data are applied; nothing is guessed.',
  },
  'loan.scheme.compensation': { 'zh-CN': '最高可补偿', en: 'Compensates up to' },
  'loan.scheme.subsidy': { 'zh-CN': '预计贴息', en: 'Planned subsidy' },
  'loan.scheme.why': { 'zh-CN': '怎样算出', en: 'How it is worked out' },
  'loan.scheme.why-not': { 'zh-CN': '为什么不符合', en: 'Why not' },
  'loan.record.title': { 'zh-CN': '登记还款', en: 'Record a payment' },
  'loan.record.paid-on': { 'zh-CN': '实际还款日', en: 'Paid on' },
  'loan.record.paid-on-hint': {
    'zh-CN': '补登以前的还款请填真实日期，逾期天数会重新计算。',
    en: 'A late entry keeps its true date; days past due are computed anew.',
  },
  'loan.record.principal': { 'zh-CN': '本金', en: 'Principal' },
  'loan.record.interest': { 'zh-CN': '利息', en: 'Interest' },
  'loan.record.do': { 'zh-CN': '登记', en: 'Record' },
  'tier.normal': { 'zh-CN': '正常', en: 'Normal' },
  'tier.special-mention': { 'zh-CN': '关注', en: 'Special mention' },
  'tier.substandard': { 'zh-CN': '次级', en: 'Substandard' },
  'tier.doubtful': { 'zh-CN': '可疑', en: 'Doubtful' },
  'tier.loss': { 'zh-CN': '损失', en: 'Loss' },
  'loan.back': { 'zh-CN': '返回列表', en: 'Back to the list' },
  'loan.to-alerts': { 'zh-CN': '查看预警', en: 'See alerts' },
});

export const loanRefusals = defineText({
  'loan.not-found': { 'zh-CN': '没有找到这笔贷款。', en: 'This loan was not found.' },
  'loan.not-live': {
    'zh-CN': '这笔贷款已结清或核销，不能再登记还款。',
    en: 'This loan is settled or written off; no payment can be recorded.',
  },
  'loan.repayment-nothing': {
    'zh-CN': '本金和利息不能都为零。请填写实际还款金额。',
    en: 'Principal and interest cannot both be zero. State what was paid.',
  },
  'loan.event-date': {
    'zh-CN': (r: { from: string; to: string }) =>
      `日期应在 ${showDay(r.from, 'zh-CN')} 至 ${showDay(r.to, 'zh-CN')} 之间。`,
    en: (r: { from: string; to: string }) =>
      `The date lies between ${showDay(r.from, 'en')} and ${showDay(r.to, 'en')}.`,
  },
  'loan.repayment-too-much': {
    'zh-CN': (r: { balanceFen: string }) => `本金超过余额。当前余额 ${showFen(r.balanceFen, 'zh-CN')}。`,
    en: (r: { balanceFen: string }) => `The principal exceeds the balance of ${showFen(r.balanceFen, 'en')}.`,
  },
});

export const loanFlashes = defineText({
  'loan.recorded': {
    'zh-CN': '还款已登记，分类与逾期天数已更新。',
    en: 'The payment is recorded; class and days past due are up to date.',
  },
  'loan.settled': {
    'zh-CN': '还款已登记，贷款结清，贷后监测随之停止。',
    en: 'The payment is recorded and the loan settled; monitoring stops with it.',
  },
});
