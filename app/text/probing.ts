import { defineText } from '~/text/define.ts';

/** Alarms of the probing guard on the platform's desk. */
export const probingText = defineText({
  'probing.title': { 'zh-CN': '试探数额告警', en: 'Alarms: a search for a figure' },
  'probing.lede': {
    'zh-CN': (days: number) =>
      `机构用夹逼的问法试出企业数额时，提问被拒并在此告警，保留 ${days} 天。请联系机构核实：属实的暂停机构，误触的写明情况后解除。`,
    en: (days: number) =>
      `An institution that narrows a figure down by yes-or-no questions is refused, and the alarm stands here for ${days} days. Ask the institution: suspend it where it holds true, clear the alarm with what you found where it does not.`,
  },
  'probing.none': { 'zh-CN': '没有告警', en: 'No alarm' },
  'probing.who': { 'zh-CN': '机构和人员', en: 'Institution and people' },
  'probing.firm': { 'zh-CN': '被试探的企业', en: 'Firm' },
  'probing.items': { 'zh-CN': '数据项', en: 'Items' },
  'probing.times': { 'zh-CN': '次数', en: 'Times' },
  'probing.since': { 'zh-CN': '首次', en: 'Since' },
  'probing.last': { 'zh-CN': '最近', en: 'Last' },
  'probing.state': { 'zh-CN': '处理', en: 'Answer' },
  'probing.open': { 'zh-CN': '待核实', en: 'To be looked into' },
  'probing.suspended': { 'zh-CN': '机构已暂停', en: 'Institution suspended' },
  'probing.cleared': {
    'zh-CN': (by: string, reason: string) => `${by}解除：${reason}`,
    en: (by: string, reason: string) => `Cleared by ${by}: ${reason}`,
  },
  'probing.suspend': { 'zh-CN': '去暂停机构', en: 'Suspend the institution' },
  'probing.ask-security': {
    'zh-CN': '需要暂停时请联系安全管理员。',
    en: 'Where it must be suspended, ask the security administrator.',
  },
  'probing.clear': { 'zh-CN': '解除告警', en: 'Clear the alarm' },
  'probing.reason': { 'zh-CN': '核实情况', en: 'What you found' },
  'probing.reason-hint': {
    'zh-CN': '问过谁、为什么这样问。企业能看到这条处理记录。',
    en: 'Whom you asked and why it was asked so. The firm sees that it was answered.',
  },
});

export const probingRefusals = defineText({
  'privacy.probing-reason': {
    'zh-CN': '请写明核实情况，5 至 300 字。',
    en: 'State what you found, in 5 to 300 characters.',
  },
  'privacy.probing-not-found': {
    'zh-CN': '没有这条告警，可能已过保留期。',
    en: 'There is no such alarm; its time may be over.',
  },
  'privacy.probing-cleared-already': {
    'zh-CN': '这条告警已由他人解除。',
    en: 'Somebody cleared this alarm before.',
  },
  'privacy.probing-again': {
    'zh-CN': '页面打开以后又有新的告警。请刷新页面，看过新的情况再解除。',
    en: 'Another alarm came since you opened the page. Reload it, look at what is new, then clear.',
  },
});

export const probingFlashes = defineText({
  'privacy.probing-cleared': { 'zh-CN': '告警已解除，处理记录已留痕。', en: 'Cleared, and on record.' },
});
