import { defineText, type Locale, translate } from '~/text/define.ts';

/** What a letter says, in plain text. */
export type Letter = { readonly subject: string; readonly text: string };

/**
 * The words of e-mails. Mail lies open on its way, so neither subject nor body names a firm, a bank, an amount or what happened:
 * they say how many messages of which area wait; the inbox shows them behind the sign-in.
 */
const letterText = defineText({
  'mail.subject.one': { 'zh-CN': '信桥：您有一条新消息', en: 'Xinqiao: you have a new message' },
  'mail.subject.many': {
    'zh-CN': (n: number) => `信桥：您有 ${n} 条新消息`,
    en: (n: number) => `Xinqiao: you have ${n} new messages`,
  },
  'mail.subject.urgent': {
    'zh-CN': '信桥：有消息需要尽快处理',
    en: 'Xinqiao: a message needs you soon',
  },
  'mail.subject.code': { 'zh-CN': '信桥：邮箱验证码', en: 'Xinqiao: code for your e-mail address' },
  'mail.hello': { 'zh-CN': '您好：', en: 'Hello,' },
  'mail.waits': { 'zh-CN': '信桥收件箱里有未读消息：', en: 'Unread messages wait in your Xinqiao inbox:' },
  'mail.line': {
    'zh-CN': (area: string, n: number) => `· ${area}：${n} 条`,
    en: (area: string, n: number) => `· ${area}: ${n}`,
  },
  'mail.open': {
    'zh-CN': (to: string) => `登录后查看：${to}`,
    en: (to: string) => `Sign in to read them: ${to}`,
  },
  'mail.open-plain': { 'zh-CN': '请登录信桥，在收件箱查看。', en: 'Sign in to Xinqiao and open your inbox.' },
  'mail.why': {
    'zh-CN': '邮件不写明内容，以免途中泄露。不想再收到，可在“我的账户”关闭邮件提醒。',
    en: 'Mails do not say what the messages are about, for anybody may read them on the way. Switch them off under “My account”.',
  },
  'mail.code': {
    'zh-CN': (code: string) => `验证码：${code}`,
    en: (code: string) => `Your code: ${code}`,
  },
  'mail.code-use': {
    'zh-CN': '请在 30 分钟内，在“我的账户”填写。不是您本人操作的，请忽略此邮件。',
    en: 'Type it under “My account” within 30 minutes. If it was not you who asked, ignore this mail.',
  },
  'mail.area.application': { 'zh-CN': '贷款申请', en: 'Applications' },
  'mail.area.need': { 'zh-CN': '融资需求', en: 'Financing needs' },
  'mail.area.loan': { 'zh-CN': '贷款', en: 'Loans' },
  'mail.area.monitoring': { 'zh-CN': '贷后监测', en: 'Monitoring of loans' },
  'mail.area.consent': { 'zh-CN': '授权', en: 'Consents' },
  'mail.area.rights': { 'zh-CN': '异议、修复与更正', en: 'Objections, repairs and corrections' },
  'mail.area.money': { 'zh-CN': '担保、补偿与贴息', en: 'Guarantees, compensation and subsidies' },
  'mail.area.record': { 'zh-CN': '数据归集', en: 'Records and deliveries' },
  'mail.area.platform': { 'zh-CN': '平台事务', en: 'The platform' },
});

type Area =
  | 'application'
  | 'need'
  | 'loan'
  | 'monitoring'
  | 'consent'
  | 'rights'
  | 'money'
  | 'record'
  | 'platform';

/** The area of a message by its stage; whatever is not named here belongs to the platform. */
const areas: Readonly<Record<string, Area>> = {
  application: 'application',
  need: 'need',
  match: 'need',
  loan: 'loan',
  monitoring: 'monitoring',
  consent: 'consent',
  objection: 'rights',
  repair: 'rights',
  restatement: 'rights',
  declaration: 'rights',
  guarantee: 'money',
  subsidy: 'money',
  compensation: 'money',
  ledger: 'money',
  record: 'record',
};

export const areaOf = (kind: string): Area => areas[kind.split('.')[0] ?? ''] ?? 'platform';

/** A letter about messages of these kinds. `site` is the address of the installation, null where it has none set. */
export function messageLetter(
  kinds: readonly string[],
  urgent: boolean,
  site: string | null,
  locale: Locale,
): Letter {
  const t = translate(letterText, locale);
  const counts = new Map<Area, number>();
  for (const kind of kinds) counts.set(areaOf(kind), (counts.get(areaOf(kind)) ?? 0) + 1);
  const lines = [...counts].map(([area, n]) => t('mail.line', t(`mail.area.${area}`), n));
  const open = site ? t('mail.open', `${site}/inbox`) : t('mail.open-plain');
  const many = kinds.length === 1 ? t('mail.subject.one') : t('mail.subject.many', kinds.length);
  return {
    subject: urgent ? t('mail.subject.urgent') : many,
    text: [t('mail.hello'), '', t('mail.waits'), ...lines, '', open, '', t('mail.why'), ''].join('\n'),
  };
}

/** The letter with the code that confirms an address. */
export function codeLetter(code: string, locale: Locale): Letter {
  const t = translate(letterText, locale);
  return {
    subject: t('mail.subject.code'),
    text: [t('mail.hello'), '', t('mail.code', code), '', t('mail.code-use'), ''].join('\n'),
  };
}
