import { defineText } from '~/text/define.ts';
import { showPpm } from '~/text/format.ts';

/** Penalty interest (罚息) and compound interest (复利): what the contract asks for beside what payments state. */
export const penaltyText = defineText({
  'penalty.title': { 'zh-CN': '罚息与复利', en: 'Penalty and compound interest' },
  'penalty.about': {
    'zh-CN': '按合同约定和全部还款逐日计算，与银行在还款中填报的罚息核对。补登还款后从头重算。',
    en: 'Worked out day by day from the contract and all payments, beside what the bank states with its payments. A payment entered late is counted from its true day.',
  },
  'penalty.terms': {
    'zh-CN': (overdue: number, misuse: number, compounds: boolean) =>
      `逾期在合同利率上加收 ${showPpm(overdue, 'zh-CN')}，挪用加收 ${showPpm(misuse, 'zh-CN')}；欠息${compounds ? '按罚息利率计收复利' : '不计复利'}。`,
    en: (overdue: number, misuse: number, compounds: boolean) =>
      `Late payment adds ${showPpm(overdue, 'en')} to the contract rate, misuse ${showPpm(misuse, 'en')}; unpaid interest ${compounds ? 'bears the overdue rate as well' : 'bears no interest'}.`,
  },
  'penalty.unstated': {
    'zh-CN': '银行尚未登记合同的罚息约定，暂不核对。',
    en: 'The bank has not stated the contract’s penalty interest yet, so nothing is compared.',
  },
  'penalty.overdue': { 'zh-CN': '逾期罚息', en: 'On overdue principal' },
  'penalty.misuse': { 'zh-CN': '挪用罚息', en: 'For misuse' },
  'penalty.compound': { 'zh-CN': '复利', en: 'On unpaid interest' },
  'penalty.total': { 'zh-CN': '至今应计', en: 'Asked for so far' },
  'penalty.stated': { 'zh-CN': '还款已填报', en: 'Stated with payments' },
  'penalty.payments': { 'zh-CN': '逐笔核对', en: 'Payment by payment' },
  'penalty.on': { 'zh-CN': '还款日', en: 'Paid on' },
  'penalty.expected': { 'zh-CN': '按合同应收', en: 'By the contract' },
  'penalty.as-stated': { 'zh-CN': '银行填报', en: 'As stated' },
  'penalty.difference': { 'zh-CN': '差额', en: 'Difference' },
  'penalty.finding': { 'zh-CN': '核对结果', en: 'Finding' },
  'penalty.agrees': { 'zh-CN': '一致', en: 'Agrees' },
  'penalty.more': { 'zh-CN': '多收', en: 'Too much' },
  'penalty.less': { 'zh-CN': '少收', en: 'Too little' },
  'penalty.ask': { 'zh-CN': '登记罚息约定', en: 'State penalty interest' },
  'penalty.ask-title': {
    'zh-CN': '按贷款合同填写；修改会留痕。',
    en: 'As the contract says; a change leaves a trace.',
  },
  'penalty.overdue-label': { 'zh-CN': '逾期加收', en: 'Added when late' },
  'penalty.misuse-label': { 'zh-CN': '挪用加收', en: 'Added for misuse' },
  'penalty.uplift-hint': {
    'zh-CN': '在合同利率基础上加收的百分比，如 50',
    en: 'Per cent of the contract rate, such as 50',
  },
  'penalty.bounds-hint': {
    'zh-CN': (least: string, most: string) =>
      `按合同填写，政策允许 ${least} 至 ${most}；合同没有约定时两项都清空`,
    en: (least: string, most: string) =>
      `As the contract says; the policy allows ${least} to ${most}. Empty both where the contract says nothing`,
  },
  'penalty.compounds': { 'zh-CN': '欠息计收复利', en: 'Unpaid interest bears the overdue rate' },
  'penalty.do': { 'zh-CN': '登记', en: 'State it' },
  'penalty.file-title': { 'zh-CN': '罚息核对', en: 'Penalty interest' },
  'penalty.file-about': {
    'zh-CN': '入账时与合同约定不一致的罚息。已登记罚息约定的贷款才核对。',
    en: 'Penalty interest that was not what the contract asked for when it was booked. Compared where the contract’s terms are stated.',
  },
  'penalty.file-none': { 'zh-CN': '没有不一致的罚息', en: 'No differences' },
  'penalty.contract': { 'zh-CN': '合同编号', en: 'Contract no.' },
  'penalty.firm': { 'zh-CN': '企业', en: 'Firm' },
});
