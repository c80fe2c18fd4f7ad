import { defineText } from '~/text/define.ts';
import { showDay, showFen, showPpm } from '~/text/format.ts';

const limitNames = {
  leverage: { 'zh-CN': '担保责任余额与净资产之比', en: 'the multiple of net assets' },
  'one-obligor': { 'zh-CN': '单一被担保人集中度', en: 'the limit for one obligor' },
  'with-affiliates': {
    'zh-CN': '被担保人及其关联方集中度',
    en: 'the limit for an obligor with its affiliates',
  },
} as const;

type Broken = { limit: keyof typeof limitNames; leftFen: string };

/** Why a step of a guarantee is not taken, and what to do instead. */
export const guaranteeRefusals = defineText({
  'guarantee.loan-not-found': { 'zh-CN': '没有找到这笔贷款。', en: 'This loan was not found.' },
  'guarantee.loan-not-live': {
    'zh-CN': '贷款已结清或核销，不能再请求承保。',
    en: 'The loan is settled or written off; it can no longer be covered.',
  },
  'guarantee.no-guarantor': {
    'zh-CN': '请选择已接入的担保机构或保险公司。',
    en: 'Choose a guarantor or insurer that is admitted.',
  },
  'guarantee.bank-share-too-small': {
    'zh-CN': (r: { minPpm: number }) =>
      `银行承担的风险原则上不低于 ${showPpm(r.minPpm, 'zh-CN')}，请降低承保比例。`,
    en: (r: { minPpm: number }) =>
      `The bank keeps at least ${showPpm(r.minPpm, 'en')} of the risk. Ask for a smaller part.`,
  },
  'guarantee.insured-share-too-large': {
    'zh-CN': (r: { maxPpm: number }) => `保险承担的比例不超过 ${showPpm(r.maxPpm, 'zh-CN')}。`,
    en: (r: { maxPpm: number }) => `Insurance covers at most ${showPpm(r.maxPpm, 'en')}.`,
  },
  'guarantee.live-request': {
    'zh-CN': '该机构对这笔贷款已有请求或合同。',
    en: 'This institution already has a request or a contract on the loan.',
  },
  'guarantee.contract-not-found': { 'zh-CN': '没有找到这份合同。', en: 'This contract was not found.' },
  'guarantee.not-requested': {
    'zh-CN': '这份请求已有答复。请刷新页面查看。',
    en: 'This request was answered already. Reload the page.',
  },
  'guarantee.not-proposed': {
    'zh-CN': '这份合同不在待复核状态。请刷新页面查看。',
    en: 'This contract does not wait for review. Reload the page.',
  },
  'guarantee.maker-is-checker': {
    'zh-CN': '提出意见的人不能自己复核，请由另一位同事处理。',
    en: 'Who proposed it cannot review it. Ask a colleague.',
  },
  'guarantee.assets-unknown': {
    'zh-CN': '尚未申报净资产，无法核对限额。请机构管理员先在限额页申报。',
    en: 'No net assets are stated, so the limits cannot be checked. Your administrator states them on the limits page.',
  },
  'guarantee.limit-broken': {
    'zh-CN': (r: Broken) =>
      `超过${limitNames[r.limit]['zh-CN']}：还可承担 ${showFen(r.leftFen, 'zh-CN')}。请降低比例或拒绝。`,
    en: (r: Broken) =>
      `Above ${limitNames[r.limit].en}: ${showFen(r.leftFen, 'en')} is left. Take a smaller part or refuse.`,
  },
  'guarantee.premium-too-high': {
    'zh-CN': (r: { maxPpm: number }) => `保费率不超过每年 ${showPpm(r.maxPpm, 'zh-CN')}。`,
    en: (r: { maxPpm: number }) => `A premium is at most ${showPpm(r.maxPpm, 'en')} a year.`,
  },
  'guarantee.not-in-force': { 'zh-CN': '合同没有生效。', en: 'The contract is not in force.' },
  'guarantee.demand-open': {
    'zh-CN': '已有一笔代偿请求等待答复。',
    en: 'A demand waits for its answer already.',
  },
  'guarantee.demand-too-early': {
    'zh-CN': (r: { days: number; dpd: number }) =>
      `贷款逾期满 ${r.days} 天后才能请求代偿，目前逾期 ${r.dpd} 天。`,
    en: (r: { days: number; dpd: number }) =>
      `You may ask once the loan is ${r.days} days past due; it is ${r.dpd} now.`,
  },
  'guarantee.no-demand': {
    'zh-CN': '银行没有待答复的代偿请求。请刷新页面查看。',
    en: 'No demand of the bank waits. Reload the page.',
  },
  'guarantee.money-nothing': { 'zh-CN': '请填写大于零的金额。', en: 'State an amount above zero.' },
  'guarantee.money-too-much': {
    'zh-CN': (r: { mostFen: string }) => `最多 ${showFen(r.mostFen, 'zh-CN')}，请核对金额。`,
    en: (r: { mostFen: string }) => `At most ${showFen(r.mostFen, 'en')}. Check the amount.`,
  },
  'guarantee.money-date': {
    'zh-CN': (r: { from: string }) => `日期应在合同生效日 ${showDay(r.from, 'zh-CN')} 至今天之间。`,
    en: (r: { from: string }) =>
      `The day lies between the start of the contract (${showDay(r.from, 'en')}) and today.`,
  },
  'guarantee.assets-date': { 'zh-CN': '日期不能晚于今天。', en: 'The day cannot lie ahead.' },
  'guarantee.no-such-firm': {
    'zh-CN': '没有找到这个统一社会信用代码的其他企业。',
    en: 'No other firm has this credit code.',
  },
});

export const guaranteeFlashes = defineText({
  'guarantee.requested': {
    'zh-CN': '请求已发出，对方答复后会通知您。',
    en: 'Asked; you are told when they answer.',
  },
  'guarantee.proposed': { 'zh-CN': '已提出承保意见，等待复核。', en: 'Proposed; a colleague reviews it.' },
  'guarantee.refused': { 'zh-CN': '已拒绝并通知银行。', en: 'Refused; the bank is told.' },
  'guarantee.in-force': { 'zh-CN': '合同已生效并通知银行。', en: 'In force; the bank is told.' },
  'guarantee.sent-back': { 'zh-CN': '已退回经办。', en: 'Sent back to the officer.' },
  'guarantee.money-recorded': {
    'zh-CN': '已登记，正在记账。',
    en: 'Recorded; it is being posted to the ledger.',
  },
  'guarantee.released': { 'zh-CN': '担保责任已解除。', en: 'Released.' },
  'guarantee.withdrawn': { 'zh-CN': '请求已撤回。', en: 'The request is taken back.' },
  'guarantee.demanded': {
    'zh-CN': '代偿请求已发出，对方答复后会通知您。',
    en: 'Asked to be paid; you are told when they answer.',
  },
  'guarantee.declined': { 'zh-CN': '已拒绝并通知银行。', en: 'Declined; the bank is told.' },
  'guarantee.assets-stated': { 'zh-CN': '净资产已申报，限额已更新。', en: 'Stated; the limits follow it.' },
  'guarantee.affiliate-stated': { 'zh-CN': '关联方已登记。', en: 'The affiliate is recorded.' },
});

export const guaranteeNotifications = defineText({
  'guarantee.requested': { 'zh-CN': '收到一份承保请求', en: 'A bank asks you to cover a loan' },
  'guarantee.accepted': { 'zh-CN': '承保合同已生效', en: 'A cover that you asked for is in force' },
  'guarantee.refused': { 'zh-CN': '承保请求被拒绝', en: 'A request for cover was refused' },
  'guarantee.withdrawn': { 'zh-CN': '银行撤回了一份承保请求', en: 'A bank took a request for cover back' },
  'guarantee.demanded': { 'zh-CN': '银行请求代偿', en: 'A bank asks to be paid under a cover' },
  'guarantee.declined': { 'zh-CN': '代偿请求被拒绝', en: 'A demand under a cover was declined' },
  'guarantee.paid': { 'zh-CN': '收到一笔代偿款', en: 'A guarantor or insurer paid under a cover' },
  'guarantee.recovered': { 'zh-CN': '登记了一笔追偿款', en: 'A recovery was recorded under a cover' },
  'guarantee.released': { 'zh-CN': '担保责任已解除', en: 'A cover was released' },
});
