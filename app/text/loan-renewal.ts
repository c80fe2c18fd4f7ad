import type { RenewalCheck } from '~/domain/loan/renewal-application.ts';
import { defineText } from '~/text/define.ts';
import { showDay, showFen } from '~/text/format.ts';

const checkNames: { readonly [C in RenewalCheck]: { readonly 'zh-CN': string; readonly en: string } } = {
  live: { 'zh-CN': '贷款在存续期，尚有本金', en: 'The loan is live and principal is out' },
  window: { 'zh-CN': '在可申请的期间内', en: 'Within the time for asking' },
  dpd: { 'zh-CN': '没有逾期', en: 'Nothing is overdue' },
  class: { 'zh-CN': '五级分类符合要求', en: 'The five-tier class is good enough' },
  purpose: { 'zh-CN': '属于流动资金类贷款', en: 'It is a working-capital loan' },
  size: { 'zh-CN': '借款人规模符合要求', en: 'The borrower is of a size that qualifies' },
  offered: { 'zh-CN': '银行仍在受理这个产品', en: 'The bank still takes applications for the product' },
  once: { 'zh-CN': '没有进行中的续贷申请', en: 'No renewal has been asked for already' },
};

const named = (checks: readonly string[], locale: 'zh-CN' | 'en', by: string) =>
  checks.map((check) => checkNames[check as RenewalCheck][locale]).join(by);

/** Renewal without repayment (无还本续贷), asked for by the firm. */
export const renewalText = defineText({
  'renewal.title': { 'zh-CN': '无还本续贷', en: 'Renewal without repayment' },
  'renewal.lede': {
    'zh-CN': (from: string, maturity: string) =>
      `到期前签订新合同，原本金继续使用，不用先还再贷。${showDay(from, 'zh-CN')} 起可以申请，须在 ${showDay(maturity, 'zh-CN')} 到期前办妥；是否续贷由银行决定。`,
    en: (from: string, maturity: string) =>
      `A new contract before maturity; the principal stays out and need not be repaid first. You may ask from ${showDay(from, 'en')}, and it must be done before the loan matures on ${showDay(maturity, 'en')}. The bank decides.`,
  },
  'renewal.ask': { 'zh-CN': '申请续贷', en: 'Ask for a renewal' },
  'renewal.asked': { 'zh-CN': '查看续贷申请', en: 'See the application' },
  'renewal.verdict.pass': { 'zh-CN': '符合', en: 'met' },
  'renewal.verdict.fail': { 'zh-CN': '不符合', en: 'not met' },
  'renewal.verdict.unknown': { 'zh-CN': '由银行认定', en: 'the bank determines it' },
  'renewal.policy': {
    'zh-CN': '适用范围见金规〔2024〕13号；申请期间、分类、逾期和期限要求为平台规则，尚未经正式文件核实。',
    en: 'Whom it serves: NFRA document [2024] No. 13 (金规〔2024〕13号). When to ask, class, days past due and term are rules of the platform, not yet confirmed in a source.',
  },
  'renewal.of': {
    'zh-CN': (contract: string, maturity: string) =>
      `续贷：合同 ${contract}，${showDay(maturity, 'zh-CN')} 到期`,
    en: (contract: string, maturity: string) =>
      `Renews contract ${contract}, which matures on ${showDay(maturity, 'en')}`,
  },
  'renewal.of-next': {
    'zh-CN': '申请金额不超过未还本金。批准后签订新合同，原合同结清，本金不用先还。',
    en: 'Ask for at most what is outstanding. Once approved you sign a new contract, which takes the old one’s place; nothing is repaid first.',
  },
  'renewal.for-bank': { 'zh-CN': '这是续贷申请，不发放新的资金', en: 'A renewal: no new money goes out' },
  'renewal.see-loan': { 'zh-CN': '查看原贷款', en: 'See the loan' },
  'renewal.loan': { 'zh-CN': '续贷的原贷款', en: 'Loan to be renewed' },
  'renewal.record': { 'zh-CN': '登记续贷', en: 'Record the renewal' },
  'renewal.record-lede': {
    'zh-CN': '新合同承接原贷款的本金、逾期和分类，不放款；未还本金须不超过批准金额。',
    en: 'The new contract takes over principal, arrears and class. No money moves; what is outstanding must be within the approved amount.',
  },
  'renewal.on': { 'zh-CN': '新合同生效日', en: 'The new contract takes effect on' },
  'renewal.size-register': { 'zh-CN': '按登记信息', en: 'As registered' },
});

export const renewalCheckText = defineText({
  'renewal.check.live': checkNames.live,
  'renewal.check.window': checkNames.window,
  'renewal.check.dpd': checkNames.dpd,
  'renewal.check.class': checkNames.class,
  'renewal.check.purpose': checkNames.purpose,
  'renewal.check.size': checkNames.size,
  'renewal.check.offered': checkNames.offered,
  'renewal.check.once': checkNames.once,
});

export const renewalRefusals = defineText({
  'loan.renewal-keeps-terms': {
    'zh-CN': '续贷不发放资金，沿用原合同的罚息、还款日和重定价方式，请不要填写放款金额和这些条款。',
    en: 'A renewal pays nothing out and keeps penalty, due days and repricing of the old contract. Leave out the amount and these terms.',
  },
  'loan.renewal-not-now': {
    'zh-CN': (r: { checks: readonly string[] }) =>
      `现在还不能申请续贷，这些条件没有满足：${named(r.checks, 'zh-CN', '、')}。条件满足后可再申请，也可联系贷款银行。`,
    en: (r: { checks: readonly string[] }) =>
      `The loan cannot be renewed now. Not met: ${named(r.checks, 'en', '; ')}. Ask again once it is, or talk to the bank.`,
  },
  'loan.renewal-amount': {
    'zh-CN': (r: { mostFen: string }) =>
      `续贷金额应大于零，且不超过未还本金 ${showFen(r.mostFen, 'zh-CN')}。`,
    en: (r: { mostFen: string }) =>
      `A renewal is for more than nothing and at most the ${showFen(r.mostFen, 'en')} outstanding.`,
  },
  'loan.renewal-term': {
    'zh-CN': (r: { mostMonths: number }) => `续贷期限最长 ${r.mostMonths} 个月。`,
    en: (r: { mostMonths: number }) => `A renewal is for at most ${r.mostMonths} months.`,
  },
  'loan.renewal-size': {
    'zh-CN': '登记信息里没有借款人规模，请选择后再登记。',
    en: 'The register does not say of what size the borrower is. Choose it and record again.',
  },
  'loan.renewal-beyond-offer': {
    'zh-CN': (r: { outstandingFen: string; offeredFen: string }) =>
      `未还本金 ${showFen(r.outstandingFen, 'zh-CN')} 超过批准的 ${showFen(r.offeredFen, 'zh-CN')}，请企业先归还差额。`,
    en: (r: { outstandingFen: string; offeredFen: string }) =>
      `${showFen(r.outstandingFen, 'en')} is outstanding and ${showFen(r.offeredFen, 'en')} was approved. The firm repays the difference first.`,
  },
});
