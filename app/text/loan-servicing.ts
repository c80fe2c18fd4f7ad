import { defineText } from '~/text/define.ts';
import { showDay, showFen } from '~/text/format.ts';

/** Events of a loan in service: what the bank records and both sides read. */
export const servicingText = defineText({
  'servicing.next': { 'zh-CN': '下次应还', en: 'Next payment' },
  'servicing.next-about': {
    'zh-CN': (on: string) => `${showDay(on, 'zh-CN')} 前还清此数即无逾期`,
    en: (on: string) => `Nothing is overdue if this is paid by ${showDay(on, 'en')}`,
  },
  'servicing.accrued': { 'zh-CN': '已计未到期利息', en: 'Interest accrued, not due' },
  'servicing.written-off': { 'zh-CN': '已核销未收回', en: 'Written off, not recovered' },
  'servicing.undrawn': { 'zh-CN': '未提款额度', en: 'Not drawn yet' },
  'servicing.floating': {
    'zh-CN': (tenor: string, spread: string, months: number) =>
      `${tenor === '1y' ? '一年期' : '五年期以上'} LPR ${spread}，每 ${months} 个月在合同对日重定价`,
    en: (tenor: string, spread: string, months: number) =>
      `${tenor === '1y' ? '1-year' : '5-year'} LPR ${spread}, repriced every ${months} months on the contract date`,
  },
  'servicing.rate-kind': { 'zh-CN': '利率方式', en: 'Kind of rate' },
  'servicing.fixed': { 'zh-CN': '固定利率', en: 'Fixed' },
  'servicing.renews': { 'zh-CN': '续贷自', en: 'Renews' },
  'servicing.renewed-by': { 'zh-CN': '已续贷为', en: 'Renewed by' },
  'servicing.log': { 'zh-CN': '贷款事项', en: 'Events' },
  'servicing.log-about': {
    'zh-CN': '按生效日期排列，只增不改；登记有误用冲正更正。',
    en: 'By the day of effect. Nothing is edited; a mistake is corrected by a reversal.',
  },
  'servicing.event': { 'zh-CN': '事项', en: 'Event' },
  'servicing.on': { 'zh-CN': '生效日期', en: 'Day of effect' },
  'servicing.detail': { 'zh-CN': '内容', en: 'Details' },
  'servicing.recorded': { 'zh-CN': '登记时间', en: 'Recorded' },
  'servicing.reversed': { 'zh-CN': '已冲正', en: 'Reversed' },
  'servicing.late': { 'zh-CN': '补登', en: 'Entered late' },
  'servicing.kind.drawdown': { 'zh-CN': '提款', en: 'Drawdown' },
  'servicing.kind.repayment': { 'zh-CN': '还款', en: 'Repayment' },
  'servicing.kind.prepayment': { 'zh-CN': '提前还款', en: 'Prepayment' },
  'servicing.kind.rate-change': { 'zh-CN': '利率调整', en: 'Rate change' },
  'servicing.kind.extension': { 'zh-CN': '展期', en: 'Extension' },
  'servicing.kind.restructuring': { 'zh-CN': '重组', en: 'Restructuring' },
  'servicing.kind.renewal': { 'zh-CN': '无还本续贷', en: 'Renewal without repayment' },
  'servicing.kind.write-off': { 'zh-CN': '核销', en: 'Write-off' },
  'servicing.kind.recovery': { 'zh-CN': '核销后收回', en: 'Recovery after write-off' },
  'servicing.kind.reversal': { 'zh-CN': '冲正', en: 'Reversal' },
  'servicing.money': {
    'zh-CN': (p: string, i: string, penalty: string) =>
      `本金 ${showFen(p, 'zh-CN')}，利息 ${showFen(i, 'zh-CN')}${penalty === '0' ? '' : `，罚息 ${showFen(penalty, 'zh-CN')}`}`,
    en: (p: string, i: string, penalty: string) =>
      `Principal ${showFen(p, 'en')}, interest ${showFen(i, 'en')}${penalty === '0' ? '' : `, penalty interest ${showFen(penalty, 'en')}`}`,
  },
  'servicing.months': {
    'zh-CN': (n: number) => `${n} 个月`,
    en: (n: number) => (n === 1 ? '1 month' : `${n} months`),
  },
  'servicing.not-qualifying': {
    'zh-CN': '不符合小微企业续贷条件，按借新还旧管理',
    en: 'Outside the rules for renewals of small firms: treated as borrowing new to repay old',
  },
  'servicing.effect.shorter-term': { 'zh-CN': '缩短期限', en: 'shorter term' },
  'servicing.effect.smaller-instalment': { 'zh-CN': '减少每期', en: 'smaller instalments' },
  'servicing.row.paid-ahead': { 'zh-CN': '提前归还', en: 'Paid ahead' },
  'servicing.row.carried': { 'zh-CN': '原合同欠款', en: 'Still owed from before' },
  'servicing.history': { 'zh-CN': '余额、逾期与分类', en: 'Balance, arrears and class' },
  'servicing.history-about': {
    'zh-CN': '补登的还款按真实日期重算全部历史。',
    en: 'A payment entered late is counted from its true day; the whole history is worked out anew.',
  },
  'servicing.balance-chart': { 'zh-CN': '本金余额', en: 'Outstanding principal' },
  'servicing.balance-about': { 'zh-CN': '每次变动后的余额', en: 'After each change' },
  'servicing.dpd-chart': { 'zh-CN': '逾期天数', en: 'Days past due' },
  'servicing.dpd-about': {
    'zh-CN': '自最早一笔未还清的到期日起算',
    en: 'Counted from the oldest due date that is not fully paid',
  },
  'servicing.days': {
    'zh-CN': (n: number) => `${n} 天`,
    en: (n: number) => (n === 1 ? '1 day' : `${n} days`),
  },
  'servicing.class-history': { 'zh-CN': '五级分类变化', en: 'Changes of class' },
  'servicing.class-since': { 'zh-CN': '自', en: 'Since' },
  'servicing.class-why': { 'zh-CN': '原因', en: 'Why' },
  'servicing.why.overdue': { 'zh-CN': '逾期', en: 'Past due' },
  'servicing.why.misused': { 'zh-CN': '挪用资金', en: 'Money misused' },
  'servicing.why.borrowed-to-repay': { 'zh-CN': '借新还旧', en: 'Borrowed new to repay old' },
  'servicing.why.under-observation': { 'zh-CN': '重组观察期', en: 'Under observation after restructuring' },
  'servicing.why.curing': {
    'zh-CN': '不良后未满正常还款期',
    en: 'Non-performing before, not yet paid normally for long enough',
  },
  'servicing.why.debtor-rule': {
    'zh-CN': '同一债务人在本行不良超过 10%',
    en: 'More than a tenth of the debtor’s claims at this bank are non-performing',
  },
  'servicing.why.cross-bank': {
    'zh-CN': '同一债务人各行逾期占比超限',
    en: 'Long overdue debts exceed the share over all banks',
  },
  'servicing.actions': { 'zh-CN': '登记事项', en: 'Record an event' },
  'servicing.on-hint': {
    'zh-CN': '填实际生效日期，可补登，不能填未来。',
    en: 'The true day of effect; late entry is possible, the future is not.',
  },
  'servicing.ahead': { 'zh-CN': '还款方式', en: 'Kind of payment' },
  'servicing.ahead-none': {
    'zh-CN': '正常还款（先还最早到期）',
    en: 'As due (fills the oldest due date first)',
  },
  'servicing.ahead-shorter-term': { 'zh-CN': '提前还款，缩短期限', en: 'Prepayment, shorter term' },
  'servicing.ahead-smaller-instalment': {
    'zh-CN': '提前还款，减少每期',
    en: 'Prepayment, smaller instalments',
  },
  'servicing.penalty': { 'zh-CN': '罚息', en: 'Penalty interest' },
  'servicing.amount': { 'zh-CN': '金额', en: 'Amount' },
  'servicing.months-label': { 'zh-CN': '延长月数', en: 'Months added' },
  'servicing.term-label': { 'zh-CN': '新期限（月）', en: 'New term in months' },
  'servicing.rate-label': { 'zh-CN': '新年利率', en: 'New yearly rate' },
  'servicing.method-label': { 'zh-CN': '新还款方式', en: 'New repayment' },
  'servicing.reason': { 'zh-CN': '原因', en: 'Reason' },
  'servicing.contract-no': { 'zh-CN': '新合同编号', en: 'New contract no.' },
  'servicing.size': {
    'zh-CN': '借款人规模（本行认定）',
    en: 'Size of the borrower, as the bank determined it',
  },
  'servicing.size.micro': { 'zh-CN': '微型企业', en: 'Micro' },
  'servicing.size.small': { 'zh-CN': '小型企业', en: 'Small' },
  'servicing.size.medium': { 'zh-CN': '中型企业', en: 'Medium' },
  'servicing.size.large': { 'zh-CN': '大型企业', en: 'Large' },
  'servicing.size.sole-trader': { 'zh-CN': '个体工商户', en: 'Sole trader' },
  'servicing.ask.drawdown': { 'zh-CN': '登记提款', en: 'Record a drawdown' },
  'servicing.ask.rate-change': { 'zh-CN': '调整利率', en: 'Change the rate' },
  'servicing.ask.extension': { 'zh-CN': '办理展期', en: 'Extend' },
  'servicing.ask.restructuring': { 'zh-CN': '重组', en: 'Restructure' },
  'servicing.ask.renewal': { 'zh-CN': '无还本续贷', en: 'Renew without repayment' },
  'servicing.ask.write-off': { 'zh-CN': '提出核销', en: 'Propose a write-off' },
  'servicing.ask.reversal': { 'zh-CN': '冲正', en: 'Reverse' },
  'servicing.about.drawdown': {
    'zh-CN': (left: string) => `合同内还可提款 ${showFen(left, 'zh-CN')}。`,
    en: (left: string) => `${showFen(left, 'en')} may still be drawn.`,
  },
  'servicing.about.rate-change': {
    'zh-CN': '自生效日起按新利率计息，当期利息分段计算。',
    en: 'Interest runs at the new rate from that day; the running period is split by days.',
  },
  'servicing.about.extension': {
    'zh-CN': '到期前办理；已逾期的部分仍然逾期。',
    en: 'Before maturity only; what is overdue stays overdue.',
  },
  'servicing.about.restructuring': {
    'zh-CN': '因借款人财务困难变更条件：全部未还本金按新条件重新排期；不良贷款重组后进入观察期。',
    en: 'New terms because of financial difficulty, on all principal still owed; a non-performing loan is then under observation.',
  },
  'servicing.about.renewal': {
    'zh-CN': '原合同到期前签新合同，本金不归还；资金身份、逾期天数和分类延续，续贷本身不下调分类。',
    en: 'A new contract before the old one matures; the principal stays out. Identity of the money, days past due and class go on; a renewal alone is no downgrade.',
  },
  'servicing.about.write-off': {
    'zh-CN': '由另一位同事确认后生效。核销后账销案存，收回款项照常登记。',
    en: 'Takes effect once a colleague confirms it. The debt stays owed; recoveries are recorded as they come.',
  },
  'servicing.about.reversal': {
    'zh-CN': '这笔登记将视为从未发生，余额、逾期和分类随之重算；记录保留。',
    en: 'The entry will count as if it never happened; balance, arrears and class follow. The record stays.',
  },
  'servicing.do': { 'zh-CN': '确认登记', en: 'Record it' },
  'servicing.propose': { 'zh-CN': '提交复核', en: 'Submit for a second look' },
  'servicing.proposal': { 'zh-CN': '核销待复核', en: 'A write-off waits for a second look' },
  'servicing.proposal-about': {
    'zh-CN': (on: string, reason: string) => `拟于 ${showDay(on, 'zh-CN')} 核销：${reason}`,
    en: (on: string, reason: string) => `To be written off on ${showDay(on, 'en')}: ${reason}`,
  },
  'servicing.proposal-own': {
    'zh-CN': '这是您提出的，须由另一位同事确认或退回。',
    en: 'You proposed it; a colleague confirms or rejects it.',
  },
  'servicing.confirm': { 'zh-CN': '确认核销', en: 'Confirm the write-off' },
  'servicing.reject': { 'zh-CN': '退回', en: 'Reject' },
  'servicing.recovery': { 'zh-CN': '登记核销后收回', en: 'Record a recovery' },
});
