import { defineText } from '~/text/define.ts';

/** Why a version of a product is refused, as a whole or at a field. */
export const productDraftRefusals = defineText({
  'product.draft-open': {
    'zh-CN': '这个产品已有正在编制的版本，请在“本行产品”中打开。',
    en: 'This product has a version in the making; open it under our products.',
  },
  'product.draft-decided': {
    'zh-CN': '这个版本已经提交或已有结论，不能再修改。',
    en: 'This version was handed in or decided, and is not changed any more.',
  },
  'product.draft-own': {
    'zh-CN': '编制人不能复核自己的版本，请由另一位人员处理。',
    en: 'Nobody decides a version of their own; somebody else has to.',
  },
  'product.draft-not-mine': {
    'zh-CN': '只有编制人可以修改这个版本。',
    en: 'Only its maker changes this version.',
  },
  'product.draft-not-submitted': {
    'zh-CN': '这个版本没有在等待复核，请刷新页面查看最新状态。',
    en: 'This version does not wait for a decision; reload the page to see where it stands.',
  },
  'product.draft-gaps': {
    'zh-CN': '还有内容没有填好，请先处理页面上列出的各项。',
    en: 'Something is still missing; see what the page lists first.',
  },
  'product.too-many-ways': {
    'zh-CN': '备选条件的组合太多，请减少备选。',
    en: 'The alternatives combine to too many ways; use fewer.',
  },
  'product.percent': {
    'zh-CN': '请填写百分数，最多四位小数，如 3.45',
    en: 'Give a percentage such as 3.45, at most four decimals',
  },
  'product.months': { 'zh-CN': '请填写 1 到 360 之间的整月数', en: 'Give whole months from 1 to 360' },
  'product.number': { 'zh-CN': '请填写数字，最多两位小数', en: 'Give a number with at most two decimals' },
  'product.bound-missing': { 'zh-CN': '至少填写下限或上限', en: 'Give at least one of the two bounds' },
  'product.bounds-order': { 'zh-CN': '上限不能小于下限', en: 'The upper bound is below the lower' },
  'product.region-codes': {
    'zh-CN': '请填写 2 到 6 位的行政区划代码',
    en: 'Give division codes of 2 to 6 digits',
  },
  'product.industry-codes': {
    'zh-CN': '请填写门类字母或 2 到 4 位代码',
    en: 'Give section letters or codes of 2 to 4 digits',
  },
});

export const productDraftFlashes = defineText({
  'product.draft-saved': { 'zh-CN': '已保存', en: 'Saved' },
  'product.condition-added': { 'zh-CN': '已加入条件', en: 'The condition was added' },
  'product.condition-removed': { 'zh-CN': '已删除条件', en: 'The condition was removed' },
  'product.draft-begun': { 'zh-CN': '已建立版本，可以开始编制', en: 'The version is begun' },
  'product.draft-submitted': { 'zh-CN': '已提交，等待复核', en: 'Handed in; a second person decides' },
  'product.draft-recalled': { 'zh-CN': '已撤回，可以继续修改', en: 'Taken back; go on writing' },
  'product.draft-approved': {
    'zh-CN': '已批准，将按生效日期上架',
    en: 'Approved; it goes on the shelf on its day',
  },
  'product.draft-returned': { 'zh-CN': '已退回编制人', en: 'Given back to its maker' },
  'product.draft-discarded': { 'zh-CN': '已作废', en: 'Put away' },
});
