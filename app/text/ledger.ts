import { defineText, type Locale, type TextTable } from '~/text/define.ts';
import { showCount, showDay } from '~/text/format.ts';

/** The ledger as the funds desk and a bank see it: balances, statements, closing. */
export const ledgerText = defineText({
  'ledger.operator.title': { 'zh-CN': '资金总账', en: 'Ledger' },
  'ledger.operator.lede': {
    'zh-CN': '资金池、财政、银行与受益人的每一分钱，借贷必相等；余额由分录合计得出，只增不改。',
    en: 'Every fen of pools, treasuries, banks and beneficiaries. Debits equal credits; a balance is the sum of its postings and nothing is edited.',
  },
  'ledger.bank.title': { 'zh-CN': '资金往来', en: 'Funds' },
  'ledger.bank.lede': {
    'zh-CN': '本机构在各补偿与贴息政策下的账户、余额与明细。',
    en: 'Your accounts under each compensation and subsidy scheme: balances and every movement.',
  },
  'ledger.as-of': {
    'zh-CN': (day: string) => `截至 ${showDay(day, 'zh-CN')} 的试算平衡表`,
    en: (day: string) => `Trial balance as of ${showDay(day, 'en')}`,
  },
  'ledger.on': { 'zh-CN': '截至日期', en: 'As of' },
  'ledger.search': { 'zh-CN': '账户编号或名称', en: 'Code or name' },
  'ledger.all': { 'zh-CN': '全部', en: 'All' },
  'ledger.code': { 'zh-CN': '账户编号', en: 'Code' },
  'ledger.account': { 'zh-CN': '账户', en: 'Account' },
  'ledger.kind': { 'zh-CN': '类型', en: 'Kind' },
  'ledger.kind.pool': { 'zh-CN': '资金池', en: 'Pool' },
  'ledger.kind.treasury': { 'zh-CN': '财政', en: 'Treasury' },
  'ledger.kind.bank': { 'zh-CN': '银行', en: 'Bank' },
  'ledger.kind.borrower': { 'zh-CN': '借款企业', en: 'Borrower' },
  'ledger.kind.guarantor': { 'zh-CN': '担保机构', en: 'Guarantor' },
  'ledger.kind.insurer': { 'zh-CN': '保险机构', en: 'Insurer' },
  'ledger.kind.interest': { 'zh-CN': '利息', en: 'Interest' },
  'ledger.kind.suspense': { 'zh-CN': '暂挂', en: 'Suspense' },
  'ledger.debit': { 'zh-CN': '借方', en: 'Debit' },
  'ledger.credit': { 'zh-CN': '贷方', en: 'Credit' },
  'ledger.held': { 'zh-CN': '当前预留', en: 'Held now' },
  'ledger.available': { 'zh-CN': '当前可用', en: 'Available now' },
  'ledger.balance': { 'zh-CN': '余额', en: 'Balance' },
  'ledger.sum': { 'zh-CN': '合计', en: 'Sum' },
  'ledger.accounts': { 'zh-CN': '账户数', en: 'Accounts' },
  'ledger.closed-to': { 'zh-CN': '已关账至', en: 'Closed to' },
  'ledger.never-closed': { 'zh-CN': '尚未关账', en: 'Not yet closed' },
  'ledger.difference': { 'zh-CN': '借贷差额', en: 'Difference' },
  'ledger.difference-note': {
    'zh-CN': '全部账户合计必为零；筛选后只显示部分账户，差额可能不为零。',
    en: 'Zero over all accounts; a filter shows only some of them.',
  },
  'ledger.export': { 'zh-CN': '导出 Excel', en: 'Export to Excel' },
  'ledger.empty': { 'zh-CN': '没有账户', en: 'No account' },
  'ledger.empty-next.operator': {
    'zh-CN': '资金池、补偿或贴息首次入账时自动开户。请检查筛选条件。',
    en: 'Accounts open by themselves with the first movement of a pool, compensation or subsidy. Check the filters.',
  },
  'ledger.empty-next.bank': {
    'zh-CN': '本机构首次收到补偿或贴息时，账户会出现在这里。',
    en: 'An account appears here with the first compensation or subsidy that your institution receives.',
  },
  'ledger.chart': { 'zh-CN': '资金池余额', en: 'What the pools hold' },
  'ledger.chart-about': {
    'zh-CN': '本页资金池账户的借方余额',
    en: 'Debit balances of the pools on this page',
  },
  'ledger.periods': { 'zh-CN': '已关账期间', en: 'Closed periods' },
  'ledger.periods-empty': { 'zh-CN': '还没有关账', en: 'No period is closed yet' },
  'ledger.periods-empty-next': {
    'zh-CN': '月末核对无误后，在下方关账。',
    en: 'Close the books below once a month has been reconciled.',
  },
  'ledger.period.ends': { 'zh-CN': '截至', en: 'To' },
  'ledger.period.transactions': { 'zh-CN': '凭证数', en: 'Transactions' },
  'ledger.period.turnover': { 'zh-CN': '发生额', en: 'Turnover' },
  'ledger.period.closed-at': { 'zh-CN': '关账时间', en: 'Closed at' },
  'ledger.period.closed-by': { 'zh-CN': '经办人', en: 'By' },
  'ledger.period.digest': { 'zh-CN': '校验值', en: 'Digest' },
  'ledger.close.ask': { 'zh-CN': '关账…', en: 'Close the books…' },
  'ledger.close.title': { 'zh-CN': '关账后不能撤销', en: 'Closing cannot be undone' },
  'ledger.close.about': {
    'zh-CN': '所选日期及以前的期间不再接受记账；以后的更正只能在开放日期冲正。期间的校验值写入审计链。',
    en: 'Nothing more is posted to that day or before it; later corrections are reversals on an open day. The digest of the period goes into the audit chain.',
  },
  'ledger.close.ends': { 'zh-CN': '关账至（含）', en: 'Close to (inclusive)' },
  'ledger.close.do': { 'zh-CN': '确认关账', en: 'Close' },
  'ledger.statement': { 'zh-CN': '对账单', en: 'Statement' },
  'ledger.statement.lede': {
    'zh-CN': (code: string) => `账户 ${code} 的每一笔收付，按生效日排列。`,
    en: (code: string) => `Every movement of account ${code}, by the day from which it counts.`,
  },
  'ledger.from': { 'zh-CN': '起始日', en: 'From' },
  'ledger.to': { 'zh-CN': '截止日', en: 'To' },
  'ledger.opening': { 'zh-CN': '期初余额', en: 'Opening balance' },
  'ledger.closing': { 'zh-CN': '期末余额', en: 'Closing balance' },
  'ledger.effective': { 'zh-CN': '生效日', en: 'Effective' },
  'ledger.booked': { 'zh-CN': '记账时间', en: 'Booked' },
  'ledger.number': { 'zh-CN': '凭证号', en: 'No.' },
  'ledger.what': { 'zh-CN': '摘要', en: 'What for' },
  'ledger.reverses': { 'zh-CN': (n: string) => `冲正凭证 ${n}`, en: (n: string) => `reverses ${n}` },
  'ledger.reversed-by': { 'zh-CN': (n: string) => `已由 ${n} 冲正`, en: (n: string) => `reversed by ${n}` },
  'ledger.lines-empty': { 'zh-CN': '这段时间没有收付', en: 'Nothing moved in this time' },
  'ledger.lines-empty-next': { 'zh-CN': '请放宽日期范围。', en: 'Widen the dates.' },
  'ledger.back': { 'zh-CN': '返回账户列表', en: 'Back to the accounts' },
  'ledger.in-credit': { 'zh-CN': '贷', en: 'Cr' },
  'ledger.in-debit': { 'zh-CN': '借', en: 'Dr' },
});

export const ledgerFlashes = defineText({
  'ledger.closed': {
    'zh-CN': (day: string, n: number) =>
      `已关账至 ${showDay(day, 'zh-CN')}，共 ${showCount(n, 'zh-CN')} 笔凭证。`,
    en: (day: string, n: number) =>
      `The books are closed to ${showDay(day, 'en')}: ${showCount(n, 'en')} transactions.`,
  },
});

/** What a transaction is for, by its kind; each stage that moves money adds its kinds here. */
const transactionKinds: TextTable = defineText({
  reversal: { 'zh-CN': '冲正', en: 'Reversal' },
  'compensation.paid': { 'zh-CN': '风险补偿支付', en: 'Compensation paid' },
  'compensation.paid-back': { 'zh-CN': '风险补偿退回', en: 'Compensation paid back' },
  'compensation.pool-refilled': { 'zh-CN': '资金池注资', en: 'Pool refilled' },
  'compensation.recovered': { 'zh-CN': '追偿回收', en: 'Recovery' },
  'guarantee.paid': { 'zh-CN': '代偿', en: 'Paid under a cover' },
  'guarantee.recovered': { 'zh-CN': '代偿追偿', en: 'Recovered under a cover' },
  'guarantee.fee': { 'zh-CN': '担保费或保费', en: 'Guarantee fee or premium' },
  'subsidy.funded': { 'zh-CN': '贴息资金拨付', en: 'Subsidy funded' },
  'subsidy.paid': { 'zh-CN': '贴息支付', en: 'Subsidy paid' },
  'subsidy.reward-paid': { 'zh-CN': '新增贷款奖励', en: 'Reward for new lending' },
  'subsidy.first-loan-paid': { 'zh-CN': '首贷奖励', en: 'Reward for first loans' },
  'subsidy.first-loan-taken-back': { 'zh-CN': '首贷奖励冲减', en: 'Reward for first loans taken back' },
  'subsidy.guarantor-paid': { 'zh-CN': '担保机构补助', en: 'Guarantor subsidy' },
  'subsidy.returned': { 'zh-CN': '贴息退回', en: 'Subsidy returned' },
});

/** The words for a kind of transaction; one that no table knows stands as its code. */
export function wordTransactionKind(kind: string | null, locale: Locale): string {
  if (kind === null) return '—';
  const wording = transactionKinds[kind]?.[locale];
  return typeof wording === 'string' ? wording : kind;
}
