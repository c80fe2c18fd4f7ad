import { defineText } from '~/text/define.ts';
import { showCount } from '~/text/format.ts';

/** Offices that get the monthly list or the reminders, and the firm's agreement to being named to them. */
export const loanOfficeText = defineText({
  'office.list-title': { 'zh-CN': '辖区贷款清单', en: 'Loans of the division' },
  'office.list-lede': {
    'zh-CN': (regions: string) =>
      `辖区：${regions}。企业同意后才具名列示，企业撤回后下一次打开即不再具名；每次打开都记入企业的查询记录。`,
    en: (regions: string) =>
      `Division: ${regions}. A firm is named once it agreed, and no longer at the next opening after it took that back. Each opening is in the firm’s own log.`,
  },
  'office.unnamed': {
    'zh-CN': (loans: number, balance: string) =>
      `另有 ${showCount(loans, 'zh-CN')} 笔未经企业同意具名，余额合计 ${balance}`,
    en: (loans: number, balance: string) =>
      `${showCount(loans, 'en')} more loans of firms that did not agree to be named, balance ${balance} together`,
  },
  'office.unnamed-few': {
    'zh-CN': '另有少量贷款未经企业同意具名，户数过少，不列合计',
    en: 'Some more loans belong to firms that did not agree to be named; they are too few to be summed up',
  },
  'office.not-appointed': {
    'zh-CN': '贵单位未被指定为清单接收单位',
    en: 'Your office is not appointed to get the list',
  },
  'office.not-appointed-next': {
    'zh-CN': '需要接收时，请联系平台风险运营指定辖区。',
    en: 'To get it, ask the platform’s risk desk to appoint you for a division.',
  },
  'office.empty': { 'zh-CN': '这个月没有可具名的贷款', en: 'No loan of this month may be named' },
  'office.empty-next': {
    'zh-CN': '企业在“我的贷款”页同意后，会从下一次打开起列示。',
    en: 'Loans appear once firms agree on their page of loans.',
  },
  'office.maturing': {
    'zh-CN': (days: number) => `${days} 天内到期`,
    en: (days: number) => `Maturing within ${days} days`,
  },
  'office.maturing-lede': {
    'zh-CN': '请会同贷款银行提醒企业安排还款或申请续贷。',
    en: 'Remind the firm, together with its bank, to arrange repayment or to ask for a renewal.',
  },
  'office.maturing-none': { 'zh-CN': '近期没有到期贷款', en: 'None matures soon' },
  'office.recipients': { 'zh-CN': '接收单位', en: 'Recipients' },
  'office.recipients-lede': {
    'zh-CN': '每月1日各单位收到自己辖区的一份；到期提醒发给当地服务站。只有经企业同意的贷款具名。',
    en: 'On the first of a month each gets its own copy for its division; reminders go to the local station. Firms are named only where they agreed.',
  },
  'office.office': { 'zh-CN': '单位', en: 'Office' },
  'office.remit': { 'zh-CN': '接收内容', en: 'Gets' },
  'office.remit.month-list': { 'zh-CN': '月度清单', en: 'Monthly list' },
  'office.remit.maturity': { 'zh-CN': '到期提醒', en: 'Reminders before maturity' },
  'office.region': { 'zh-CN': '辖区', en: 'Division' },
  'office.region-code': { 'zh-CN': '辖区代码', en: 'Code of the division' },
  'office.region-hint': {
    'zh-CN': '六位行政区划代码，如 640000 或 640104',
    en: 'Six digits, such as 640000 or 640104',
  },
  'office.copy': { 'zh-CN': '本月清单', en: 'This month’s copy' },
  'office.copy-made': { 'zh-CN': '已送达，未打开', en: 'Handed over, not opened' },
  'office.copy-opened': { 'zh-CN': '已打开', en: 'Opened' },
  'office.copy-none': { 'zh-CN': '未生成', en: 'None yet' },
  'office.appoint': { 'zh-CN': '指定单位', en: 'Appoint' },
  'office.end': { 'zh-CN': '终止', en: 'End' },
  'office.ended': { 'zh-CN': '已终止', en: 'Ended' },
  'office.none': { 'zh-CN': '还没有指定接收单位', en: 'No office is appointed' },
  'office.none-next': { 'zh-CN': '在下面指定第一个。', en: 'Appoint the first one below.' },
  'office.agree-title': { 'zh-CN': '谁能在贷款清单里看到我', en: 'Who may see me in the loan list' },
  'office.agree-lede': {
    'zh-CN':
      '以下单位按月收到本地贷款清单或到期提醒。您同意后，清单写明企业名称、合同号、余额和分类；不同意时只计入合计。随时可以撤回。',
    en: 'These offices get a monthly list of local loans or reminders before maturity. With your agreement it says your name, contract, balance and class; without it you are only part of the sum. You can take it back at any time.',
  },
  'office.agreed': { 'zh-CN': '已同意具名', en: 'Agreed' },
  'office.not-agreed': { 'zh-CN': '未同意，只计入合计', en: 'Not agreed; summed up only' },
  'office.agree': { 'zh-CN': '同意具名', en: 'Agree' },
  'office.withdraw': { 'zh-CN': '撤回同意', en: 'Take back' },
  'office.decision': { 'zh-CN': '您的决定', en: 'Your decision' },
  'office.state': { 'zh-CN': '状态', en: 'State' },
  'office.owner-decides': { 'zh-CN': '由企业负责人决定', en: 'The owner decides' },
});

/** Why an office cannot be appointed, ended or agreed to. */
export const loanOfficeRefusals = defineText({
  'loan.office-unknown': {
    'zh-CN': '请从列表选择已准入的单位',
    en: 'Choose an admitted office from the list',
  },
  'loan.office-region': {
    'zh-CN': '没有这个行政区划代码，请按 GB/T 2260 填写六位数字',
    en: 'No division has this code: enter six digits of GB/T 2260',
  },
  'loan.office-appointed': {
    'zh-CN': '该单位已被指定接收这一辖区的同一内容',
    en: 'The office is appointed for this already',
  },
  'loan.office-gone': {
    'zh-CN': '这项指定已经终止，请刷新页面',
    en: 'This appointment has ended: reload the page',
  },
});

export const loanOfficeFlashes = defineText({
  'loan.office-appointed-done': {
    'zh-CN': '已指定，下月1日起收到清单或从明天起收到提醒。',
    en: 'Appointed: lists from the first of next month, reminders from tomorrow.',
  },
  'loan.office-ended-done': { 'zh-CN': '已终止。', en: 'Ended.' },
  'loan.office-agreed-done': {
    'zh-CN': '已同意具名，随时可以撤回。',
    en: 'Agreed; you can take it back at any time.',
  },
  'loan.office-withdrawn-done': {
    'zh-CN': '已撤回，该单位下一次打开清单时不再看到贵企业的名称。',
    en: 'Taken back: the office no longer sees your name when it next opens the list.',
  },
});
