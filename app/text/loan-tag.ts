import type { LoanTag } from '~/domain/loan/loan-tags.ts';
import { defineText, type Locale } from '~/text/define.ts';

/** How loans count in the statistics, by name. */
export const tagWords: { readonly [T in LoanTag]: { readonly [L in Locale]: string } } = {
  inclusive: { 'zh-CN': '普惠小微', en: 'Inclusive' },
  'first-loan': { 'zh-CN': '首贷', en: 'First loan' },
  unsecured: { 'zh-CN': '信用贷', en: 'Unsecured' },
  'long-term': { 'zh-CN': '中长期', en: 'Medium/long term' },
};

export const tagText = defineText({
  'tag.title': { 'zh-CN': '统计标签', en: 'Tags' },
  'tag.hint': {
    'zh-CN': '按放款时的合同和政策口径判定；首贷以征信证据为准，证据变化时随之调整。',
    en: 'Judged on the contract and the rules on the day of disbursement; a first loan follows the evidence and changes with it.',
  },
  'tag.all': { 'zh-CN': '全部贷款', en: 'All loans' },
  'tag.filter': { 'zh-CN': '按标签查看', en: 'By tag' },
});
