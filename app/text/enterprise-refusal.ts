import { defineText } from '~/text/define.ts';

/** Why a registration or a change of profile was not taken. */
export const enterpriseRefusals = defineText({
  'enterprise.uscc-missing': {
    'zh-CN': '请填写统一社会信用代码。',
    en: 'Type the unified social credit code.',
  },
  'enterprise.uscc-length': {
    'zh-CN': (r: { length: number }) =>
      `统一社会信用代码应为 18 位，您输入了 ${r.length} 位。请对照营业执照。`,
    en: (r: { length: number }) =>
      `A credit code has 18 characters; you typed ${r.length}. Compare with the licence.`,
  },
  'enterprise.uscc-alphabet': {
    'zh-CN': (r: { characters: string }) =>
      `代码中不会出现“${[...r.characters].join('、')}”。常见误读：字母 I、O、S、V、Z 应为数字 1、0、5 等。`,
    en: (r: { characters: string }) =>
      `“${[...r.characters].join(', ')}” never occurs in a credit code. Often I, O, S, V and Z are misread 1, 0, 5, U and 2.`,
  },
  'enterprise.uscc-unconfirmed': {
    'zh-CN': '这个代码有异常，请对照营业执照，确认后再提交。',
    en: 'Something about this code is unusual. Compare it with the licence and confirm it.',
  },
  'enterprise.already-registered': {
    'zh-CN':
      '这家企业已经注册。如果您在企业任职，请让企业主在“人员”中邀请您；如果您认为被他人冒用，请联系平台客服申诉。',
    en: 'This firm is registered already. If you work there, ask its owner to invite you under “People”; if you think somebody misuses it, appeal to support.',
  },
  'enterprise.not-active': {
    'zh-CN': '登记显示这家企业已注销、吊销或迁出，不能注册。如登记有误，请联系登记机关。',
    en: 'The register shows this firm as cancelled, revoked or moved away, so it cannot be registered. If that is wrong, turn to the registering authority.',
  },
  'enterprise.name-missing': { 'zh-CN': '请填写名称。', en: 'Type the name.' },
  'enterprise.name-differs': {
    'zh-CN': '名称与登记的不一致。请按营业执照填写全称；刚更名的，请联系平台客服。',
    en: 'The register holds another name for this code. Type it in full as on the licence; if it changed recently, ask support.',
  },
  'enterprise.notice-unread': {
    'zh-CN': '请阅读并确认个人信息处理告知。',
    en: 'Read the notice on your personal information and confirm it.',
  },
  'enterprise.region-missing': { 'zh-CN': '请选择所在地区。', en: 'Choose the region.' },
  'enterprise.region-unknown': {
    'zh-CN': '没有认出这个地区。请输入地名后从列表中选择，或填写 6 位行政区划代码。',
    en: 'This region was not recognised. Type a place and choose from the list, or give the 6-digit code.',
  },
  'enterprise.industry-missing': { 'zh-CN': '请选择行业。', en: 'Choose the industry.' },
  'enterprise.industry-unknown': {
    'zh-CN': '没有认出这个行业。请输入主营业务后从列表中选择，或填写 2 至 4 位行业代码。',
    en: 'This industry was not recognised. Type what you do and choose from the list, or give the 2 to 4 digit code.',
  },
  'enterprise.amount-unreadable': {
    'zh-CN': '请填写以万元为单位的金额，例如 520.5。',
    en: 'Give an amount in units of 10,000 yuan, such as 520.5.',
  },
  'enterprise.employees-unreadable': {
    'zh-CN': '请填写整数人数，例如 18。',
    en: 'Give a whole number of persons, such as 18.',
  },
  'enterprise.day-unreadable': {
    'zh-CN': '请填写真实日期，例如 2021-03-08。',
    en: 'Give a real date, such as 2021-03-08.',
  },
});

export const enterpriseFlashes = defineText({
  'enterprise.registered': {
    'zh-CN': (name: string) => `欢迎，${name}。企业已注册。登记部门送来登记信息后，即生成公开信息评分。`,
    en: (name: string) =>
      `Welcome, ${name}. Your firm is registered; its public score follows once the register has sent its record.`,
  },
  'enterprise.claimed': {
    'zh-CN': (name: string) => `欢迎，${name}。企业已注册，平台已有的公开记录都已归到名下。`,
    en: (name: string) =>
      `Welcome, ${name}. Your firm is registered, with the public records already held about it.`,
  },
  'enterprise.profile-saved': { 'zh-CN': '已保存。', en: 'Saved.' },
  'enterprise.size-changed': {
    'zh-CN': '已保存，企业规模已按新数据重新划型。',
    en: 'Saved. The size class now follows the new figures.',
  },
});
