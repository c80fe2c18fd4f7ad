import { needLimits } from '~/domain/need/need.ts';
import { defineText } from '~/text/define.ts';
import { showFen } from '~/text/format.ts';

/** Stating, listing and closing financing needs. */
export const needText = defineText({
  'need.list.title': { 'zh-CN': '融资需求', en: 'Financing needs' },
  'need.list.lede': {
    'zh-CN': '每条需求都会与全部产品逐条核对，匹配不产生征信查询记录。',
    en: 'Each need is checked against every product, rule by rule. Matching leaves no credit enquiry.',
  },
  'need.list.new': { 'zh-CN': '提出需求', en: 'State a need' },
  'need.list.none': { 'zh-CN': '还没有融资需求', en: 'No need stated yet' },
  'need.list.none-next': {
    'zh-CN': '说明金额、期限和用途，马上看到哪些产品可办、各要多少钱。',
    en: 'Say how much, for how long and for what, and see at once which products fit and what each costs.',
  },
  'need.list.caption': { 'zh-CN': '融资需求清单', en: 'Financing needs' },
  'need.amount': { 'zh-CN': '金额', en: 'Amount' },
  'need.term': { 'zh-CN': '期限', en: 'Term' },
  'need.months': {
    'zh-CN': (n: number) => `${n} 个月`,
    en: (n: number) => (n === 1 ? '1 month' : `${n} months`),
  },
  'need.purpose': { 'zh-CN': '用途', en: 'Purpose' },
  'need.collateral': { 'zh-CN': '可提供的担保', en: 'Security available' },
  'need.collateral-none': { 'zh-CN': '无（只看信用贷款）', en: 'None (unsecured only)' },
  'need.method': { 'zh-CN': '还款方式', en: 'Repayment' },
  'need.created': { 'zh-CN': '提出时间', en: 'Stated' },
  'need.state': { 'zh-CN': '状态', en: 'State' },
  'need.state.open': { 'zh-CN': '有效', en: 'Open' },
  'need.state.closed': { 'zh-CN': '已关闭', en: 'Closed' },
  'need.close': { 'zh-CN': '关闭需求', en: 'Close this need' },
  'need.close-title': { 'zh-CN': '不再需要这笔资金？', en: 'No longer need this money?' },
  'need.close-what': {
    'zh-CN': '关闭后不再为它匹配产品。已经提交的申请不受影响，可在“我的申请”中撤回。',
    en: 'It is matched no more. Applications already sent go on; withdraw them under “Applications”.',
  },
  'need.new.title': { 'zh-CN': '您需要怎样的贷款？', en: 'What loan do you need?' },
  'need.new.lede': {
    'zh-CN': '五个问题，约一分钟。匹配只用平台已有的记录，不查征信、不通知任何银行。',
    en: 'Five questions, about a minute. The match uses records the platform already holds: no credit enquiry, no bank is told.',
  },
  'need.new.amount-hint': { 'zh-CN': '例如 80 表示 80 万元。', en: 'In 万元: 80 means CNY 800,000.' },
  'need.new.term-hint': { 'zh-CN': '1 到 360 个月。', en: '1 to 360 months.' },
  'need.new.term-unit': { 'zh-CN': '个月', en: 'months' },
  'need.new.collateral-hint': {
    'zh-CN': '可多选，都没有就不选：信用贷款不需要担保。',
    en: 'Choose any; leave all empty if there is none: unsecured loans need nothing.',
  },
  'need.new.method-hint': {
    'zh-CN': '只影响排序，不会排除产品。',
    en: 'Only orders the list; no product is ruled out.',
  },
  'need.new.method-any': { 'zh-CN': '都可以', en: 'Any' },
  'need.new.note': { 'zh-CN': '补充说明（选填）', en: 'Remarks (optional)' },
  'need.new.note-hint': {
    'zh-CN': '只随您提交的申请给银行看。',
    en: 'Shown to a bank only with an application that you send.',
  },
  'need.new.submit': { 'zh-CN': '匹配产品', en: 'Match products' },
  'need.new.open-twin': { 'zh-CN': '打开那条需求', en: 'Open that need' },
  'need.pledge.things': { 'zh-CN': '实物', en: 'Things' },
  'need.pledge.rights': { 'zh-CN': '权利', en: 'Rights' },
  'need.pledge.persons': { 'zh-CN': '第三方', en: 'Others' },
});

const range = `${showFen(needLimits.least, 'zh-CN', 'short')}–${showFen(needLimits.most, 'zh-CN', 'short')}`;
const rangeEn = `${showFen(needLimits.least, 'en', 'short')}–${showFen(needLimits.most, 'en', 'short')}`;

export const needRefusals = defineText({
  'need.not-found': {
    'zh-CN': '没有找到这条需求，或它已经关闭。',
    en: 'This need was not found or is closed.',
  },
  'need.already-open': {
    'zh-CN': '同样的需求已经提出过，仍然有效。',
    en: 'You have stated this very need already, and it is still open.',
  },
  'need.amount-missing': { 'zh-CN': '请填写金额。', en: 'Say how much you need.' },
  'need.amount-unreadable': {
    'zh-CN': '金额请写成数字，例如 80 或 12.5。',
    en: 'Write the amount as a number, such as 80 or 12.5.',
  },
  'need.amount-out-of-range': {
    'zh-CN': `金额应在 ${range} 之间。`,
    en: `The amount must be within ${rangeEn}.`,
  },
  'need.term-unreadable': {
    'zh-CN': '期限请写成整数月数。',
    en: 'Write the term as a whole number of months.',
  },
  'need.term-out-of-range': {
    'zh-CN': '期限应在 1 到 360 个月之间。',
    en: 'The term must be 1 to 360 months.',
  },
  'need.purpose-missing': { 'zh-CN': '请选择用途。', en: 'Choose a purpose.' },
});

export const needFlashes = defineText({
  'need.written': {
    'zh-CN': '需求已提出，产品已逐条核对。',
    en: 'Your need is stated and every product has been checked.',
  },
  'need.closed': { 'zh-CN': '需求已关闭。', en: 'The need is closed.' },
});
