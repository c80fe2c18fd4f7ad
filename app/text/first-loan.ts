import { defineText } from '~/text/define.ts';
import { showDay } from '~/text/format.ts';

/** First loans (首贷): the evidence on a loan, what it says, and what the statistics booked. */
export const firstLoanText = defineText({
  'first.title': { 'zh-CN': '首贷认定', en: 'First loan' },
  'first.about': {
    'zh-CN': (on: string) =>
      `以放款日 ${showDay(on, 'zh-CN')} 之前的证据认定。证据只增不改；后来查明的情况另记冲减，已记的不改动。`,
    en: (on: string) =>
      `Decided by evidence of the time before the disbursement on ${showDay(on, 'en')}. Evidence is only added; what comes to light later is booked as an adjusting entry and nothing booked is changed.`,
  },
  'first.status.first': { 'zh-CN': '首贷，已证实', en: 'First loan, proven' },
  'first.status.not-first': { 'zh-CN': '不是首贷', en: 'No first loan' },
  'first.status.unproven': { 'zh-CN': '未证实', en: 'Not proven' },
  'first.because.clear-record': {
    'zh-CN': '放款前的征信记录没有银行贷款',
    en: 'The credit record before the disbursement shows no bank loan',
  },
  'first.because.earlier-loan': {
    'zh-CN': '有证据显示放款前已有银行贷款',
    en: 'Evidence shows a bank loan before the disbursement',
  },
  'first.because.loan-here': {
    'zh-CN': '平台记录显示放款前已有银行贷款',
    en: 'The platform’s records show a bank loan before the disbursement',
  },
  'first.because.no-record': {
    'zh-CN': '缺放款前的征信查询记录，登记后才计入首贷统计',
    en: 'A credit record from before the disbursement is missing; the loan counts once one is stated',
  },
  'first.because.record-too-old': {
    'zh-CN': '征信查询距放款过久，不能证明放款时的情况',
    en: 'The credit record is too old to show how things stood at the disbursement',
  },
  'first.flagged': { 'zh-CN': '放款时申报为首贷', en: 'Stated as a first loan at disbursement' },
  'first.unstated': {
    'zh-CN': '放款时没有申报为首贷。',
    en: 'Not stated as a first loan at disbursement.',
  },
  'first.evidence': { 'zh-CN': '证据', en: 'Evidence' },
  'first.no-evidence': { 'zh-CN': '还没有证据。', en: 'No evidence yet.' },
  'first.kind': { 'zh-CN': '内容', en: 'What it shows' },
  'first.kind.clear-record': { 'zh-CN': '征信记录无银行贷款', en: 'Credit record without bank loans' },
  'first.kind.bank-loan': { 'zh-CN': '放款前的银行贷款', en: 'An earlier bank loan' },
  'first.kind.owner-loan': { 'zh-CN': '企业主的经营性贷款', en: 'A business loan of the owner' },
  'first.kind.credit-card': { 'zh-CN': '信用卡', en: 'A credit card' },
  'first.kind.guarantee': { 'zh-CN': '对外担保', en: 'A guarantee given' },
  'first.on': { 'zh-CN': '查询日或发生日', en: 'Day of the record or the loan' },
  'first.by': { 'zh-CN': '登记方', en: 'Stated by' },
  'first.by.bank': { 'zh-CN': '银行', en: 'Bank' },
  'first.by.platform': { 'zh-CN': '平台', en: 'Platform' },
  'first.reference': { 'zh-CN': '文件编号', en: 'Document' },
  'first.hidden': { 'zh-CN': '平台留存', en: 'Kept by the platform' },
  'first.recorded': { 'zh-CN': '登记时间', en: 'Recorded' },
  'first.standing': { 'zh-CN': '状态', en: 'Standing' },
  'first.stands': { 'zh-CN': '有效', en: 'In effect' },
  'first.withdrawn': { 'zh-CN': '已撤回', en: 'Withdrawn' },
  'first.entries': { 'zh-CN': '统计记录', en: 'Entries of the statistics' },
  'first.no-entries': { 'zh-CN': '统计中还没有这笔贷款。', en: 'The statistics have nothing of this loan.' },
  'first.booked-on': { 'zh-CN': '记入日', en: 'Booked on' },
  'first.entry': { 'zh-CN': '记录', en: 'Entry' },
  'first.counted': { 'zh-CN': '计入', en: 'Counted' },
  'first.adjusted': { 'zh-CN': '冲减', en: 'Adjusted' },
  'first.scheme': { 'zh-CN': '用于', en: 'For' },
  'first.general': { 'zh-CN': '首贷统计', en: 'General statistics' },
  'first.principal': { 'zh-CN': '本金', en: 'Principal' },
  'first.why': { 'zh-CN': '原因', en: 'Why' },
  'first.ask.clear': { 'zh-CN': '登记放款前征信查询', en: 'State a credit record' },
  'first.ask.earlier': { 'zh-CN': '登记已有贷款等情况', en: 'State an earlier loan or liability' },
  'first.clear-about': {
    'zh-CN': '征信报告查询日应在放款之前，且未显示银行贷款。',
    en: 'The record was read before the disbursement and shows no bank loan.',
  },
  'first.earlier-about': {
    'zh-CN': '银行贷款会使这笔贷款不再是首贷，奖励在下次结算冲减；信用卡和对外担保不影响认定。',
    en: 'A bank loan means that this one was no first loan; its reward is taken back with the next settlement. A credit card or a guarantee given changes nothing.',
  },
  'first.seen-on': { 'zh-CN': '征信查询日', en: 'Day of the credit record' },
  'first.since': { 'zh-CN': '发生日（贷款为放款日）', en: 'Since (a loan: its disbursement)' },
  'first.liability': { 'zh-CN': '是什么', en: 'What it is' },
  'first.state': { 'zh-CN': '登记', en: 'State it' },
  'first.withdraw': { 'zh-CN': '撤回', en: 'Withdraw' },
  'first.withdraw-ask': {
    'zh-CN': '登记有误或征信已更正时撤回，原记录保留。',
    en: 'Withdraw what was a mistake or was corrected in the credit record; the row itself stays.',
  },
  'first.withdraw-why': { 'zh-CN': '撤回依据', en: 'On what ground' },
  'first.list-title': { 'zh-CN': '首贷统计', en: 'First loans' },
  'first.list-lede': {
    'zh-CN': '按证据计入的首贷和事后冲减，各行各季一行；有首贷奖励的政策随贴息结算支付或收回。',
    en: 'First loans counted on evidence, and what was taken back, by bank and quarter. Schemes that reward them pay, or take back, with the subsidy settlement.',
  },
  'first.by-bank': { 'zh-CN': '各行各季', en: 'By bank and quarter' },
  'first.bank': { 'zh-CN': '银行', en: 'Bank' },
  'first.quarter': { 'zh-CN': '记入季度', en: 'Quarter of booking' },
  'first.net': { 'zh-CN': '净额', en: 'Net' },
  'first.loans': { 'zh-CN': '申报首贷的贷款', en: 'Loans stated as first loans' },
  'first.loan': { 'zh-CN': '贷款', en: 'Loan' },
  'first.firm': { 'zh-CN': '企业', en: 'Firm' },
  'first.disbursed': { 'zh-CN': '放款日', en: 'Disbursed' },
  'first.in-statistics': { 'zh-CN': '在统计中', en: 'In the statistics' },
  'first.is-counted': { 'zh-CN': '计入', en: 'Counted' },
  'first.is-adjusted': { 'zh-CN': '已冲减', en: 'Taken back' },
  'first.is-open': { 'zh-CN': '未计入', en: 'Not counted' },
  'first.empty': { 'zh-CN': '还没有申报为首贷的贷款', en: 'No loan was stated as a first loan yet' },
  'first.empty-next': {
    'zh-CN': '银行放款时勾选首贷，或在贷款页面登记征信查询后，会出现在这里。',
    en: 'A loan appears once its bank marks it at disbursement or states a credit record on its page.',
  },
  'first.sums-empty': { 'zh-CN': '还没有计入的首贷', en: 'Nothing is counted yet' },
  'first.sums-empty-next': {
    'zh-CN': '有放款前征信查询作证的首贷才计入。',
    en: 'A first loan counts once a credit record from before its disbursement proves it.',
  },
});

export const firstLoanFlashes = defineText({
  'loan.first-loan-first': {
    'zh-CN': '证据已登记，这笔贷款认定为首贷。',
    en: 'The evidence is recorded: the loan is a first loan.',
  },
  'loan.first-loan-not-first': {
    'zh-CN': '证据已登记，这笔贷款不是首贷。',
    en: 'The evidence is recorded: the loan is no first loan.',
  },
  'loan.first-loan-unproven': {
    'zh-CN': '证据已登记，尚不能证实首贷。',
    en: 'The evidence is recorded; a first loan is not proven.',
  },
});
