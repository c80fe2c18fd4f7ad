import { defineText } from '~/text/define.ts';

/** Why something about persons, break-glass, assessments or breaches is refused; each says what can be done. */
export const privacyRefusals = defineText({
  'privacy.share-missing': { 'zh-CN': '请填写持股比例。', en: 'Give the share in per cent.' },
  'privacy.share-small': {
    'zh-CN': (r: { leastPpm: number }) =>
      `持股 ${r.leastPpm / 10_000}% 以上的股东才需要本人授权，更小的股东无须登记。`,
    en: (r: { leastPpm: number }) =>
      `Owners are asked from ${r.leastPpm / 10_000}% on; a smaller one need not be named.`,
  },
  'privacy.name-missing': { 'zh-CN': '请填写姓名。', en: 'Give the name.' },
  'privacy.share-unreadable': {
    'zh-CN': '持股比例须在 0 到 100 之间，最多两位小数。',
    en: 'The share lies between 0 and 100, with two decimals at most.',
  },
  'privacy.link-not-found': { 'zh-CN': '没有找到这个链接。', en: 'This link was not found.' },
  'privacy.person-not-found': { 'zh-CN': '没有找到这个人。', en: 'This person was not found.' },
  'privacy.link-expired': {
    'zh-CN': '链接已过期。请让企业重新发起。',
    en: 'The link has expired. Ask the firm for a new one.',
  },
  'privacy.erased': {
    'zh-CN': '本人已要求删除，信息不再可读。如需授权，请企业重新发起。',
    en: 'The person had the data erased; nothing can be read. The firm can ask anew.',
  },
  'privacy.id-unreadable': {
    'zh-CN': '身份证号码不正确，请核对 18 位号码。',
    en: 'This is not an identity number. Check its 18 characters.',
  },
  'privacy.id-differs': {
    'zh-CN': '与签署时的身份证号码不符。请本人填写。',
    en: 'This is not the number that was signed with. Only the person themselves can do this.',
  },
  'privacy.person-none': {
    'zh-CN': '本人没有为这个用途授权贵机构。请企业向本人发起授权。',
    en: 'The person gave your institution no consent for this purpose. The firm can ask them for one.',
  },
  'privacy.person-withdrawn': {
    'zh-CN': '本人已撤回授权，不能再核验。',
    en: 'The person withdrew the consent: nothing can be asked any more.',
  },
  'privacy.person-expired': {
    'zh-CN': '本人的授权已到期。如仍需要，请本人重新授权。',
    en: 'The person’s consent has expired. Ask for a new one if it is still needed.',
  },
  'privacy.person-items': {
    'zh-CN': '本人的授权不包括这个数据项。',
    en: 'The person’s consent does not cover this item.',
  },
  'privacy.probing-day': {
    'zh-CN': (r: { most: number }) => `对同一人每天最多核验 ${r.most} 次，请明天再试。反复试探已记入日志。`,
    en: (r: { most: number }) =>
      `At most ${r.most} questions a day about one person: try again tomorrow. The attempt is on record.`,
  },
  'privacy.probing-item': {
    'zh-CN': (r: { most: number }) =>
      `对同一人的同一数据项 30 天内最多核验 ${r.most} 次，以免被逐步试出数额。反复试探已记入日志。`,
    en: (r: { most: number }) =>
      `At most ${r.most} questions in 30 days about one item of one person, so that no figure is found by trial. The attempt is on record.`,
  },
  'privacy.amount-missing': { 'zh-CN': '请填写金额（元）。', en: 'Give the amount in yuan.' },
  'privacy.item-not-personal': {
    'zh-CN': '目录中没有这个自然人数据项。请核对代码。',
    en: 'The catalogue has no such item on natural persons. Check the code.',
  },
  'privacy.row-unreadable': {
    'zh-CN': (r: { row: number; column: string }) =>
      `第 ${r.row} 行的 ${r.column} 不正确，未导入任何记录。请改正后重新导入。`,
    en: (r: { row: number; column: string }) =>
      `Row ${r.row}: ${r.column} cannot be read. Nothing was taken in; correct it and try again.`,
  },
});

export const privacyFlashes = defineText({
  'privacy.person-named': {
    'zh-CN': '已登记。请把链接交给本人，由本人填写并签署。',
    en: 'Named. Hand the link to the person, who fills it in and signs.',
  },
  'privacy.person-signed': { 'zh-CN': '授权已签署，立即生效。', en: 'Signed, with effect at once.' },
  'privacy.person-withdrew': { 'zh-CN': '授权已撤回，立即生效。', en: 'Withdrawn, with effect at once.' },
  'privacy.person-erased': {
    'zh-CN': '已删除。您的信息已不可恢复。',
    en: 'Erased. What was held about you cannot be brought back.',
  },
  'privacy.answer-yes': { 'zh-CN': '核验结果：是', en: 'Answer: yes' },
  'privacy.answer-no': { 'zh-CN': '核验结果：否', en: 'Answer: no' },
});

export const privacyNotifications = defineText({
  'privacy.person-consented': {
    'zh-CN': (r: { firm: string }) => `${r.firm}的一位关联自然人授权贵机构核验`,
    en: (r: { firm: string }) => `A person behind ${r.firm} consented to your institution`,
  },
  'privacy.person-signed': {
    'zh-CN': () => '一位自然人已签署本人授权',
    en: () => 'A person whom you named has signed',
  },
  'privacy.person-withdrew': {
    'zh-CN': (r: { firm: string }) => `${r.firm}的一位关联自然人撤回了授权，请停止使用并删除`,
    en: (r: { firm: string }) => `A person behind ${r.firm} withdrew the consent: stop using and delete`,
  },
});
