import { defineText } from '~/text/define.ts';

/** Who of a bank may approve how much, and who lends it to whom. */
export const authorityText = defineText({
  'authority.title': { 'zh-CN': '审批权限', en: 'Limits of approval' },
  'authority.lede': {
    'zh-CN':
      '每位复核人可以批准的最高金额。全行都没有设定时不限额；设定任何一人后，未设定的复核人不能批准。委托只在所定日期内有效，不能转委托。',
    en: 'The largest amount that each reviewer may approve. While none is set there is no limit; once one is set, a reviewer without one approves nothing. A limit is lent for its days alone and not lent on.',
  },
  'authority.reviewer': { 'zh-CN': '复核人', en: 'Reviewer' },
  'authority.own': { 'zh-CN': '本人权限', en: 'Own limit' },
  'authority.now': { 'zh-CN': '今天可批准', en: 'May approve today' },
  'authority.unset': { 'zh-CN': '未设定', en: 'Not set' },
  'authority.none': { 'zh-CN': '不限额', en: 'No limit' },
  'authority.nobody': { 'zh-CN': '还没有复核人', en: 'No reviewer yet' },
  'authority.nobody-next': { 'zh-CN': '请先邀请一位复核人。', en: 'Invite a reviewer first.' },
  'authority.set': { 'zh-CN': '设定权限', en: 'Set a limit' },
  'authority.most': { 'zh-CN': '最高金额（万元）', en: 'Largest amount, in 10,000 yuan' },
  'authority.most-hint': {
    'zh-CN': '留空即不限额。设定任何一人后，未设定的复核人不能批准。',
    en: 'Leave empty for no limit. Once anybody has one, a reviewer without one approves nothing.',
  },
  'authority.delegations': { 'zh-CN': '委托', en: 'Lent limits' },
  'authority.delegations-none': { 'zh-CN': '没有有效的委托', en: 'No limit is lent' },
  'authority.delegations-none-next': {
    'zh-CN': '复核人离岗时，可以把自己的权限委托给同事。',
    en: 'A reviewer who is away can lend the own limit to a colleague.',
  },
  'authority.from': { 'zh-CN': '委托人', en: 'From' },
  'authority.to': { 'zh-CN': '受托人', en: 'To' },
  'authority.days': { 'zh-CN': '日期', en: 'Days' },
  'authority.first-day': { 'zh-CN': '开始日期', en: 'First day' },
  'authority.last-day': { 'zh-CN': '结束日期', en: 'Last day' },
  'authority.lend': { 'zh-CN': '委托我的权限', en: 'Lend my limit' },
  'authority.take-back': { 'zh-CN': '收回', en: 'Take back' },
});
