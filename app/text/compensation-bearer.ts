import { defineText, type Entry, type Locale, type TextTable } from '~/text/define.ts';
import { showFen } from '~/text/format.ts';

/** Who bears a loss, and the claim that a guarantor makes for itself. */
export const bearerText = defineText({
  'bearer.title': { 'zh-CN': '这笔损失由谁承担', en: 'Who bears this loss' },
  'bearer.about': {
    'zh-CN': '按合同和政策的先后次序，每一方只看到前面各方没有承担的部分，合计等于实际损失。',
    en: 'In the order of contracts and policy each sees only what those before it left; together they are the loss.',
  },
  'bearer.if-lost': { 'zh-CN': '如果今天全部损失', en: 'If all of it were lost today' },
  'bearer.guarantor': { 'zh-CN': '担保机构', en: 'Guarantor' },
  'bearer.re-guarantor': { 'zh-CN': '再担保机构', en: 'Re-guarantor' },
  'bearer.national-fund': { 'zh-CN': '国家融资担保基金', en: 'National guarantee fund' },
  'bearer.insurer': { 'zh-CN': '保险公司', en: 'Insurer' },
  'bearer.lender': { 'zh-CN': '银行自担', en: 'The bank’s own part' },
  'bearer.pool': { 'zh-CN': '风险补偿资金池', en: 'Compensation pool' },
  'bearer.bank': { 'zh-CN': '银行自担', en: 'The bank' },
  'bearer.claimant': { 'zh-CN': '担保机构自担', en: 'The guarantor’s own part' },
  'bearer.anew': { 'zh-CN': '按新认定重新分配', en: 'Shared anew' },
  'bearer.recover-about': {
    'zh-CN':
      '支付前后都可登记，按各方承担比例分配：资金池的份额先抵减应补偿额，已支付的即时退回。贷款上已登记的还款自动计入，勿重复登记。',
    en: 'At any time, before the payment or after. Net of costs it is split by what each bears; the pool’s part comes off what it owes, or is posted back. Repayments recorded on the loan count by themselves: do not record them twice.',
  },
  'bearer.claimed-loss': {
    'zh-CN': (fen: string) => `申请时 ${showFen(fen, 'zh-CN')}，其余已追回`,
    en: (fen: string) => `${showFen(fen, 'en')} when claimed; the rest came back`,
  },
  'bearer.source': { 'zh-CN': '登记于', en: 'Recorded on' },
  'bearer.on-loan': { 'zh-CN': '贷款还款', en: 'the loan' },
  'bearer.on-claim': { 'zh-CN': '补偿申请', en: 'the claim' },
  'bearer.parts': { 'zh-CN': '分配', en: 'How it was split' },
  'bearer.from-contracts': {
    'zh-CN': '平台上的担保、保险合同已自动计入；这里只需补充平台以外的合同。',
    en: 'Contracts on the platform are counted by themselves; add only those made elsewhere.',
  },
  'bearer.guarantor-claims': {
    'zh-CN': '这笔贷款由担保机构申请补偿',
    en: 'The guarantor claims on this loan',
  },
  'bearer.guarantor-claims-about': {
    'zh-CN': '备案为担保模式，补偿支付给代偿的担保机构；银行无需申请。',
    en: 'It is enrolled in guarantor mode: the pool pays the guarantor that paid you. There is nothing for you to claim.',
  },
  'claim.own.title': {
    'zh-CN': (no: string) => `代偿补偿 · ${no}`,
    en: (no: string) => `Compensation of ${no}`,
  },
  'claim.own.page-title': { 'zh-CN': '代偿补偿', en: 'Compensation of a payment' },
  'claim.own.link': { 'zh-CN': '申请风险补偿', en: 'Risk compensation' },
  'claim.own.lede': {
    'zh-CN': '代偿以后，资金池按政策补偿您自担的部分；再担保、国担基金和银行的分担已先行扣除。',
    en: 'Once you have paid, the pool compensates what you are left with after re-guarantor, national fund and bank.',
  },
  'claim.own.none': {
    'zh-CN': '这笔贷款没有担保模式的备案',
    en: 'This loan is not enrolled in guarantor mode',
  },
  'claim.own.none-about': {
    'zh-CN': '放款时标记为“融资担保”、且当地补偿政策设有担保模式的贷款，才由担保机构申请。',
    en: 'Only loans marked as guaranteed at disbursement, under a scheme with a guarantor mode, are claimed by guarantors.',
  },
  'claim.own.not-paid': { 'zh-CN': '还没有登记代偿', en: 'No payment is recorded yet' },
  'claim.own.not-paid-about': {
    'zh-CN': '请先在合同页登记代偿金额，再来申请补偿。',
    en: 'Record what you paid on the page of the contract first.',
  },
  'claim.own.paid': { 'zh-CN': '已代偿', en: 'Paid to the bank' },
  'claim.own.own': { 'zh-CN': '自担部分', en: 'Your own part' },
  'claim.own.share': { 'zh-CN': '补偿比例', en: 'The pool’s share' },
  'claim.own.do': { 'zh-CN': '提交申请', en: 'Submit the claim' },
  'claim.own.officer': {
    'zh-CN': '由业务人员提交申请。',
    en: 'An officer submits the claim.',
  },
});

/** The name of whoever bears a part of a loss; a payer that a scheme names otherwise is named by its code. */
export const bearerName = (payer: string, locale: Locale): string => {
  const entry: Entry | undefined = (bearerText as TextTable)[`bearer.${payer}`];
  const wording = entry?.[locale];
  return typeof wording === 'string' ? wording : payer;
};
