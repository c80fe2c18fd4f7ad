import { defineText } from '~/text/define.ts';

/** The command `withdrawals`. */
export const withdrawalCliText = defineText({
  'cli.withdrawals.summary': {
    'zh-CN': '接收方的停用与删除：列出待办，逐项回执',
    en: 'What a recipient has to stop and delete: list it, confirm it',
  },
  'cli.withdrawals.argument': {
    'zh-CN': 'list：列出；acknowledge：回执一步',
    en: 'list: the open tasks; acknowledge: confirm one step',
  },
  'cli.withdrawals.login': {
    'zh-CN': '接收机构经办人的登录名，回执以其名义记录',
    en: 'the login of the recipient’s officer, in whose name it is confirmed',
  },
  'cli.withdrawals.consent': { 'zh-CN': '授权编号', en: 'the consent' },
  'cli.withdrawals.step': {
    'zh-CN': 'stopped：已停止使用；purged：已删除',
    en: 'stopped: use has stopped; purged: the data are deleted',
  },
  'cli.withdrawals.unknown': {
    'zh-CN': (word: string) => `withdrawals 不认识“${word}”：可用 list 或 acknowledge。`,
    en: (word: string) => `withdrawals does not know “${word}”: say list or acknowledge.`,
  },
  'cli.withdrawals.incomplete': {
    'zh-CN': '回执需要 --consent 和 --step。',
    en: 'To confirm, give --consent and --step.',
  },
  'cli.withdrawals.open': {
    'zh-CN': (n: number) => (n === 0 ? '没有待办。' : `待办 ${n} 项：`),
    en: (n: number) => (n === 0 ? 'Nothing is open.' : `${n} open:`),
  },
  'cli.withdrawals.task': {
    'zh-CN': (id: string, firm: string, due: string, state: string) =>
      `  ${id}  ${firm}  最迟 ${due}  ${state}`,
    en: (id: string, firm: string, due: string, state: string) => `  ${id}  ${firm}  by ${due}  ${state}`,
  },
  'cli.withdrawals.done': {
    'zh-CN': (id: string) => `授权 ${id} 的回执已记录，企业已收到通知。`,
    en: (id: string) => `Recorded for consent ${id}; the firm was told.`,
  },
});
