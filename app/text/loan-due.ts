import { defineText } from '~/text/define.ts';

/** What a contract says of its due dates. */
export const loanDueText = defineText({
  'due.title': { 'zh-CN': '还款日约定', en: 'Due dates' },
  'due.day': { 'zh-CN': '每期还款日（结息日）', en: 'Day on which instalments and interest are due' },
  'due.day-hint': {
    'zh-CN': '按季付息的，为3、6、9、12月的这一天；最后一期在贷款到期日',
    en: 'With interest by quarters, that day of March, June, September and December; the last falls on the maturity',
  },
  'due.day-of-drawdown': { 'zh-CN': '与放款日同日', en: 'Same day of the month as the drawdown' },
  'due.day-of-month': {
    'zh-CN': (day: number) => `每月 ${day} 日`,
    en: (day: number) => `Day ${day} of the month`,
  },
  'due.holiday': { 'zh-CN': '还款日遇节假日', en: 'When a due date is no working day' },
  'due.holiday-hint': {
    'zh-CN':
      '按国务院节假日与调休安排；移动后的日期即还款日，利息算到该日，逾期从该日起算。未公布年份只按周末，公布后自动更正',
    en: 'By the State Council’s calendar. The moved day is the due date: interest runs to it and arrears count from it. Beyond the published years only weekends count, which is corrected once a year is published',
  },
  'due.holiday.none': { 'zh-CN': '不变', en: 'Stays' },
  'due.holiday.following': { 'zh-CN': '顺延至下一工作日', en: 'Next working day' },
  'due.holiday.modified-following': {
    'zh-CN': '顺延，跨月则提前',
    en: 'Next working day, but the one before rather than into another month',
  },
  'due.holiday.preceding': { 'zh-CN': '提前至上一工作日', en: 'Working day before' },
  'due.plain': {
    'zh-CN': '每期与放款日同日到期，遇节假日不变',
    en: 'Due on the day of the month of the drawdown, holidays or not',
  },
});
