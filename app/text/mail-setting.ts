import { defineText } from '~/text/define.ts';

/** The reminders by e-mail on a person's account page. */
export const mailText = defineText({
  'mail.title': { 'zh-CN': '邮件提醒', en: 'Reminders by e-mail' },
  'mail.lede': {
    'zh-CN': '收件箱有新消息时发邮件告知。邮件只说有几条、属于哪一类，内容登录后查看。',
    en: 'A mail tells you that messages wait in your inbox: how many and of which area. What they say you read after signing in.',
  },
  'mail.no-server': { 'zh-CN': '平台尚未接入邮件服务', en: 'This platform has no mail server yet' },
  'mail.no-server-next': {
    'zh-CN': '可以先保存设置；接入后生效。消息始终在收件箱里。',
    en: 'You can save your wishes now; they work once there is one. Messages are always in your inbox.',
  },
  'mail.address': { 'zh-CN': '邮箱', en: 'E-mail address' },
  'mail.address-hint': {
    'zh-CN': '换了邮箱需要重新验证；留空则不发邮件。',
    en: 'A new address has to be confirmed; leave it empty for no mail.',
  },
  'mail.mode': { 'zh-CN': '何时发送', en: 'When' },
  'mail.mode.off': { 'zh-CN': '不发邮件', en: 'Never' },
  'mail.mode.at-once': { 'zh-CN': '随到随发', en: 'At once' },
  'mail.mode.daily': { 'zh-CN': '每日汇总', en: 'Once a day' },
  'mail.digest': { 'zh-CN': '汇总时间', en: 'Daily at' },
  'mail.quiet-from': { 'zh-CN': '免打扰开始', en: 'Quiet from' },
  'mail.quiet-to': { 'zh-CN': '免打扰结束', en: 'Quiet until' },
  'mail.hour': { 'zh-CN': (hour: number) => `${hour} 点`, en: (hour: number) => `${hour}:00` },
  'mail.urgent': {
    'zh-CN': '紧急消息（如红色预警）不受免打扰限制',
    en: 'Urgent messages, such as a red alert, may come in the quiet hours',
  },
  'mail.save': { 'zh-CN': '保存提醒设置', en: 'Save reminders' },
  'mail.confirmed': { 'zh-CN': '已验证', en: 'Confirmed' },
  'mail.unconfirmed': { 'zh-CN': '待验证', en: 'Not confirmed yet' },
  'mail.code': { 'zh-CN': '验证码', en: 'Code' },
  'mail.code-hint': {
    'zh-CN': '已发往上面的邮箱，30 分钟内有效。没收到，再保存一次即可重发。',
    en: 'Sent to the address above, good for 30 minutes. If it did not come, save once more for another.',
  },
  'mail.confirm': { 'zh-CN': '验证邮箱', en: 'Confirm the address' },
  'mail.log': { 'zh-CN': '最近的邮件', en: 'Latest mails' },
  'mail.log.kind': { 'zh-CN': '邮件', en: 'Mail' },
  'mail.log.due': { 'zh-CN': '时间', en: 'Time' },
  'mail.log.state': { 'zh-CN': '结果', en: 'Result' },
  'mail.kind.single': { 'zh-CN': '单条提醒', en: 'One message' },
  'mail.kind.digest': { 'zh-CN': '汇总', en: 'Digest' },
  'mail.kind.code': { 'zh-CN': '验证码', en: 'Code' },
  'mail.state.pending': {
    'zh-CN': (tries: number) => (tries > 0 ? `第 ${tries} 次未成，将重试` : '待发送'),
    en: (tries: number) => (tries > 0 ? `Try ${tries} failed, will be tried again` : 'Waiting'),
  },
  'mail.state.sent': { 'zh-CN': '已送达邮件服务器', en: 'Delivered to the mail server' },
  'mail.state.skipped': {
    'zh-CN': '无需发送（已读或已关闭）',
    en: 'Not needed: read already or switched off',
  },
  'mail.state.failed': {
    'zh-CN': '未送达，请检查邮箱',
    en: 'Not delivered: check your address',
  },
});

export const mailRefusals = defineText({
  'access.mail-form': {
    'zh-CN': '请填写完整的邮箱地址，例如 name@example.cn。',
    en: 'Type a whole e-mail address, such as name@example.cn.',
  },
  'access.mail-missing': {
    'zh-CN': '要收邮件，请填写邮箱；不收请选“不发邮件”。',
    en: 'To get mails, type an address; or choose “Never”.',
  },
  'access.mail-mode-missing': { 'zh-CN': '请选择何时发送。', en: 'Choose when mails are sent.' },
  'access.hour-form': { 'zh-CN': '请选择 0 到 23 点之间的整点。', en: 'Choose a whole hour from 0 to 23.' },
  'access.mail-too-many': {
    'zh-CN': '一小时内发送的验证码太多，设置没有保存。请稍后再试。',
    en: 'Too many codes were sent within an hour; nothing was saved. Try again later.',
  },
  'access.mail-code-form': { 'zh-CN': '验证码是 6 位数字。', en: 'The code has six digits.' },
  'access.mail-code-wrong': {
    'zh-CN': (r: { left: number }) =>
      r.left > 0 ? `验证码不正确，还可以试 ${r.left} 次。` : '验证码不正确，请重新保存邮箱，获取新的验证码。',
    en: (r: { left: number }) =>
      r.left > 0
        ? `The code is not right; ${r.left === 1 ? 'one try is' : `${r.left} tries are`} left.`
        : 'The code is not right. Save the address again to get a new one.',
  },
  'access.mail-code-over': {
    'zh-CN': '验证码已失效，请重新保存邮箱，获取新的验证码。',
    en: 'The code is no longer good. Save the address again to get a new one.',
  },
});

export const mailFlashes = defineText({
  'access.mail-saved': { 'zh-CN': '提醒设置已保存。', en: 'Your reminders are saved.' },
  'access.mail-code-sent': {
    'zh-CN': '已保存。验证码已发往邮箱，请填写以完成验证。',
    en: 'Saved. A code is on its way to the address: type it to confirm.',
  },
  'access.mail-confirmed': {
    'zh-CN': '邮箱已验证，提醒生效。',
    en: 'The address is confirmed; reminders are on.',
  },
});
