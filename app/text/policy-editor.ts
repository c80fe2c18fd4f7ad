import { defineText, type Locale } from '~/text/define.ts';
import { fieldWords } from '~/text/policy-field.ts';
import {
  causeWords,
  dayCountWords,
  determinationWords,
  flagWords,
  schemeWords,
  sizeWords,
} from '~/text/policy-words.ts';
import { signalOptions } from '~/text/signal-field.ts';

/** The form in which the rules of a scheme are edited. */
export const policyEditorText = defineText({
  'editor.views': { 'zh-CN': '编辑方式', en: 'Ways to edit' },
  'editor.as-form': { 'zh-CN': '表单', en: 'Form' },
  'editor.as-json': { 'zh-CN': 'JSON（高级）', en: 'JSON (advanced)' },
  'editor.lede': {
    'zh-CN': '金额以万元整数填写，比例以百分比填写；边填边重新计算算例并列出差异，保存后才生效。',
    en: 'Amounts are whole 万元, shares are percent. Examples and differences are worked out while you type; nothing counts until you save.',
  },
  'editor.json-lede': {
    'zh-CN': '直接编辑全部内容，适合整段替换。金额为万元整数，比例为百万分之一（1% = 10000）。',
    en: 'Everything as data, to replace it whole. Amounts are whole 万元, shares ppm (1 % = 10000).',
  },
  'editor.head': { 'zh-CN': '基本信息', en: 'About this version' },
  'editor.rules': { 'zh-CN': '计算规则', en: 'How it is worked out' },
  'editor.rules-form': {
    'zh-CN': (form: string) => `计算方式：${form}。`,
    en: (form: string) => `Formula: ${form}.`,
  },
  'editor.rules-form-new': {
    'zh-CN': (form: string) =>
      `改为“${form}”计算。两种方式共有的内容已保留，请补齐其余各项和算例，保存后才更换。`,
    en: (form: string) =>
      `Changing to: ${form}. What both formulas share is kept; fill in the rest and the examples. It changes when you save.`,
  },
  'editor.formulas': { 'zh-CN': '计算方式', en: 'Formula' },
  'editor.examples': { 'zh-CN': '算例', en: 'Worked examples' },
  'editor.examples-about': {
    'zh-CN': '至少两个；全部算对才能发布。应得金额以元填写。',
    en: 'Two at least; all must come out before it can be published. Expected amounts are yuan.',
  },
  'editor.example-new': { 'zh-CN': '添加算例', en: 'Add an example' },
  'editor.example-new-hint': {
    'zh-CN': '选择类型后填写；不添加就留空。',
    en: 'Choose its kind and fill it in; leave it empty to add none.',
  },
  'editor.row': { 'zh-CN': (n: number) => `第 ${n} 行`, en: (n: number) => `Row ${n}` },
  'editor.row-new': { 'zh-CN': '新的一行（不用可留空）', en: 'A new row (may stay empty)' },
  'editor.row-add': { 'zh-CN': '再加一行', en: 'Add another row' },
  'editor.row-remove': { 'zh-CN': '保存时删除这一行', en: 'Take this row away on saving' },
  'editor.example-remove': { 'zh-CN': '保存时删除这个算例', en: 'Take this example away on saving' },
  'editor.has': { 'zh-CN': (part: string) => `规定${part}`, en: (part: string) => `It has: ${part}` },
  'editor.none': { 'zh-CN': '不选', en: 'none' },
  'editor.codes-hint': { 'zh-CN': '用空格分隔；不填表示不限。', en: 'Separated by spaces; empty means any.' },
  'editor.optional-hint': { 'zh-CN': '不填表示没有这一项。', en: 'Empty means that there is none.' },
  'editor.choices-hint': { 'zh-CN': '一个都不选表示不限。', en: 'Choosing none means any.' },
  'editor.pairs-hint': {
    'zh-CN': '每行一方：代码和金额（元），例如 central 5000.00。',
    en: 'One payer a line: its code and yuan, such as central 5000.00.',
  },
  'editor.proven-hint': {
    'zh-CN': '每行一个原因：代码，之后是已有的认定，例如 wilful-default evasion-determination。',
    en: 'One cause a line, then the determinations on file, such as wilful-default evasion-determination.',
  },
  'editor.months': { 'zh-CN': '个月', en: 'months' },
  'editor.days': { 'zh-CN': '天', en: 'days' },
  'editor.times': { 'zh-CN': '倍', en: 'times' },
  'editor.parts': { 'zh-CN': '份', en: 'parts' },
  'editor.live': { 'zh-CN': '按现在的填写计算', en: 'As it stands in the form now' },
  'editor.live-about': {
    'zh-CN': '尚未保存。与底稿相比的差异和算例结果随填写更新。',
    en: 'Not saved yet. Differences from the version it began with and results of the examples follow what you type.',
  },
  'editor.live-wrong': {
    'zh-CN': (n: number) => `有 ${n} 处还不完整，补齐后重新计算。`,
    en: (n: number) =>
      `${n === 1 ? 'One field is' : `${n} fields are`} not complete yet; it is worked out again then.`,
  },
});

type Words = { readonly [code: string]: { readonly [L in Locale]: string } };

const optionWords: Words = {
  ...signalOptions,
  ...causeWords,
  ...dayCountWords,
  ...determinationWords,
  ...flagWords,
  ...sizeWords,
  gross: { 'zh-CN': '不扣除追回', en: 'before recoveries' },
  counts: { 'zh-CN': '算已有贷款，不再是首贷', en: 'count: the firm’s loan is no first one' },
  ignored: { 'zh-CN': '不影响首贷认定', en: 'do not count' },
  net: { 'zh-CN': '扣除追回', en: 'net of recoveries' },
  loss: { 'zh-CN': '损失占备案本金', en: 'losses of principal enrolled' },
  overdue: { 'zh-CN': '逾期余额占余额', en: 'overdue of the balance' },
  above: { 'zh-CN': '超过时触发', en: 'when above' },
  reached: { 'zh-CN': '达到即触发', en: 'when reached' },
  partial: { 'zh-CN': '先付部分，其余等待', en: 'paid in part, the rest waits' },
  wait: { 'zh-CN': '等足额再付', en: 'waits for the whole' },
  central: { 'zh-CN': '中央', en: 'central' },
  local: { 'zh-CN': '地方', en: 'local' },
  'one-year': { 'zh-CN': '一年期', en: 'one year' },
  'five-year': { 'zh-CN': '五年期以上', en: 'five years and more' },
  bank: { 'zh-CN': '银行', en: 'bank' },
  guarantor: { 'zh-CN': '担保机构', en: 'guarantor' },
  paid: { 'zh-CN': '支付', en: 'paid' },
  nothing: { 'zh-CN': '不支付', en: 'nothing' },
  'not-enrolled': { 'zh-CN': '未备案', en: 'not enrolled' },
  deferred: { 'zh-CN': '熔断暂缓', en: 'deferred by the fuse' },
  waiting: { 'zh-CN': '等待资金', en: 'waiting for money' },
  negotiated: { 'zh-CN': '协商', en: 'negotiated' },
  'determination-missing': { 'zh-CN': '缺少认定', en: 'determination missing' },
  'share-not-published': { 'zh-CN': '比例未公布', en: 'share not published' },
  'by-size': { 'zh-CN': '按贷款金额分档', en: 'share by size of the loan' },
  flat: { 'zh-CN': '统一比例', en: 'one share for all' },
  'by-cause': { 'zh-CN': '按损失原因', en: 'share by cause of the loss' },
  points: { 'zh-CN': '固定点数', en: 'points of interest' },
  'interest-share': { 'zh-CN': '利息的一定比例', en: 'a share of the interest' },
  'above-line': { 'zh-CN': '超过 LPR 加减点的部分', en: 'what exceeds LPR plus points' },
  'share-by-size': { 'zh-CN': '按金额分档的补偿', en: 'share by size' },
  'share-by-cause': { 'zh-CN': '按原因的补偿', en: 'share by cause' },
  fuse: { 'zh-CN': '熔断', en: 'fuse' },
  claim: { 'zh-CN': '补偿申请', en: 'claim' },
  recovery: { 'zh-CN': '追回分配', en: 'split of a recovery' },
  subsidy: { 'zh-CN': '贴息', en: 'subsidy' },
};

/** What a value of a choice is called. */
export const wordOption = (value: string, locale: Locale): string =>
  optionWords[value]?.[locale] ?? schemeWords[value]?.[locale] ?? value;

/** What a field is called, without the unit: that stands beside the field. */
export const labelOf = (at: string, locale: Locale): string =>
  (fieldWords[at]?.[locale] ?? at).replace(/\s*[（(][^）)]*[）)]$/, '');
