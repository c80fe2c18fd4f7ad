import { defineText } from '~/text/define.ts';

/** The check of who somebody is at the platform's desk, and what the person finds behind the link it leads to. */
export const identityText = defineText({
  'identity.title': { 'zh-CN': '本人身份核验', en: 'Who somebody is' },
  'identity.lede': {
    'zh-CN': (hours: number, days: number) =>
      `本人持证件到场，查询或删除平台存有的全部信息。两人先后对照证件：一人登记，另一人在 ${hours} 小时内复核，复核后生成 ${days} 天有效的链接。号码不保存。`,
    en: (hours: number, days: number) =>
      `A person comes with a document to see or erase everything held about them. Two people read the document one after the other: one enters it, another confirms within ${hours} hours and hands out a link that is good for ${days} days. The number is not stored.`,
  },
  'identity.none': { 'zh-CN': '还没有身份核验', en: 'Nobody has come yet' },
  'identity.ask': { 'zh-CN': '登记本人到场', en: 'Enter somebody who came' },
  'identity.number': { 'zh-CN': '证件上的身份证号码', en: 'Identity number on the document' },
  'identity.number-again': {
    'zh-CN': '请对照证件再次填写（确认时必填）',
    en: 'Read it from the document again (needed to confirm)',
  },
  'identity.document': { 'zh-CN': '出示的证件', en: 'Document shown' },
  'identity.document.identity-card': { 'zh-CN': '居民身份证', en: 'Resident identity card' },
  'identity.document.temporary-card': { 'zh-CN': '临时居民身份证', en: 'Temporary identity card' },
  'identity.document.household-register': { 'zh-CN': '居民户口簿', en: 'Household register' },
  'identity.reason': { 'zh-CN': '事由与核对经过', en: 'What they ask for, and how it was checked' },
  'identity.reason-hint': {
    'zh-CN': '不要写姓名和号码；写明人证一致如何核对。',
    en: 'Neither name nor number; say how face and document were compared.',
  },
  'identity.submit': { 'zh-CN': '登记，等待复核', en: 'Enter it' },
  'identity.decide': { 'zh-CN': '复核', en: 'Second look' },
  'identity.decide-title': { 'zh-CN': '对照证件复核', en: 'Read the document as well' },
  'identity.decision.confirmed': { 'zh-CN': '确认是本人，生成链接', en: 'Confirm, and make the link' },
  'identity.decision.refused': { 'zh-CN': '不予确认', en: 'Refuse' },
  'identity.note': { 'zh-CN': '复核意见', en: 'What you saw' },
  'identity.decide-do': { 'zh-CN': '记录复核结论', en: 'Record it' },
  'identity.own': { 'zh-CN': '等待另一人复核', en: 'Waits for somebody else' },
  'identity.asked-at': { 'zh-CN': '登记时间', en: 'Entered' },
  'identity.by': { 'zh-CN': '登记人', en: 'Entered by' },
  'identity.decided-by': { 'zh-CN': '复核人', en: 'Decided by' },
  'identity.state': { 'zh-CN': '状态', en: 'State' },
  'identity.state.waiting': { 'zh-CN': '待复核', en: 'To be confirmed' },
  'identity.state.lapsed': { 'zh-CN': '逾期未复核', en: 'Lapsed' },
  'identity.state.refused': { 'zh-CN': '不予确认', en: 'Refused' },
  'identity.state.open': { 'zh-CN': '链接有效', en: 'Link is good' },
  'identity.state.over': { 'zh-CN': '链接已到期', en: 'Link is over' },
  'identity.until': {
    'zh-CN': (at: string) => `至 ${at}`,
    en: (at: string) => `until ${at}`,
  },
  'identity.link': { 'zh-CN': '本人查询链接，只显示这一次', en: 'The person’s link, shown this once' },
  'identity.link-next': {
    'zh-CN': '当面交给本人，不要发给企业或第三人。打开后仍须填写身份证号码。',
    en: 'Hand it to the person, never to a firm or anybody else. It still asks for the identity number.',
  },
  'identity.link-copy': { 'zh-CN': '复制链接', en: 'Copy the link' },
  'whole.title': { 'zh-CN': '我的全部信息', en: 'Everything held about me' },
  'whole.lede': {
    'zh-CN': '平台已当面核验您的身份。这里包括平台在所有企业名下存有的您的信息，可以查看、异议、导出和删除。',
    en: 'The platform saw who you are. Here is what it holds about you with every firm: look at it, object, take it along, erase it.',
  },
  'whole.firms': { 'zh-CN': '涉及的企业', en: 'Firms it concerns' },
  'whole.firms-none': { 'zh-CN': '平台没有存有您的信息。', en: 'Nothing is held about you.' },
  'whole.ask-lede': {
    'zh-CN': '填写到场时出示的身份证号码，查看全部记录、来源和谁核验过。',
    en: 'Give the identity number that you showed to see every record, where it came from and who asked.',
  },
  'whole.prove': { 'zh-CN': '请填写到场时出示的身份证号码', en: 'The identity number that you showed' },
  'whole.records-lede': {
    'zh-CN': '包括所有企业名下的记录。可以逐条提出异议，也可以整体导出。',
    en: 'With every firm. Object to any of them, or take everything along.',
  },
  'whole.erase': { 'zh-CN': '删除我的全部信息', en: 'Erase everything about me' },
  'whole.erase-title': { 'zh-CN': '在所有企业名下永久删除？', en: 'Erase for good, with every firm?' },
  'whole.erase-text': {
    'zh-CN':
      '所有企业名下与您有关的姓名、号码和记录将通过销毁密钥永久删除，您对各银行的授权同时撤回，无法恢复。谁在何时问过什么仍按法律留存，不含内容。',
    en: 'Your name, number and every record with every firm go for good, as their keys are destroyed; what you consented to for any bank ends. Nothing brings them back. Who asked what and when is kept as the law wants, without content.',
  },
  'whole.link-until': {
    'zh-CN': (at: string) => `链接有效期至 ${at}，到期后请再次到场办理。`,
    en: (at: string) => `The link is good until ${at}; after that, come to the desk again.`,
  },
});
