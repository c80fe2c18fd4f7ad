import type { Day } from '~/domain/kernel/day.ts';
import { defineText, type Locale, translate } from '~/text/define.ts';
import { showDay } from '~/text/format.ts';

/** The page of people whose institution may not read: what happened, since when, what to do and whom to ask. */
const shutOutText = defineText({
  'shut-out.institution.suspended': { 'zh-CN': '所在机构已被暂停接入', en: 'Your institution is suspended' },
  'shut-out.institution.assessment-expired': {
    'zh-CN': '所在机构的安全评估已到期',
    en: 'Your institution’s security assessment has expired',
  },
  'shut-out.institution.not-admitted': {
    'zh-CN': '所在机构尚未获准接入',
    en: 'Your institution is not admitted yet',
  },
  'shut-out.stopped': {
    'zh-CN':
      '从这一天起，本机构的人员、接口和推送都不能读取企业数据；已有的贷款和案件不受影响，恢复后从原处继续。',
    en: 'From that day on none of your people, programs and webhooks reads firms’ data. Loans and cases stay as they are and go on from there once access is restored.',
  },
  'shut-out.waiting': {
    'zh-CN': '平台安全管理员核对评估材料后批准接入，批准之前不能读取企业数据。',
    en: 'The platform’s security administrator checks the assessment and approves; until then no firm’s data can be read.',
  },
  'shut-out.since': { 'zh-CN': '停止日期', en: 'Stopped on' },
  'shut-out.reason': { 'zh-CN': '原因', en: 'Reason' },
  'shut-out.reason-admin': {
    'zh-CN': '原因已告知本机构管理员',
    en: 'Your institution’s administrator was told the reason',
  },
  'shut-out.do': { 'zh-CN': '怎么办', en: 'What to do' },
  'shut-out.do.institution.suspended.admin': {
    'zh-CN': '按上述原因整改，把整改情况书面告知平台安全管理员，由其恢复接入。',
    en: 'Put right what the reason names and tell the platform’s security administrator in writing, who restores access.',
  },
  'shut-out.do.institution.suspended.other': {
    'zh-CN': '请联系本机构管理员，由其向平台安全管理员说明整改情况。',
    en: 'Ask your institution’s administrator, who takes it up with the platform’s security administrator.',
  },
  'shut-out.do.institution.assessment-expired.admin': {
    'zh-CN': '完成复测，把新的评估报告送交平台安全管理员登记，登记后立即恢复。',
    en: 'Have the re-test made and send the new report to the platform’s security administrator; access is back once it is recorded.',
  },
  'shut-out.do.institution.assessment-expired.other': {
    'zh-CN': '请联系本机构管理员提交新的评估报告，登记后立即恢复。',
    en: 'Ask your institution’s administrator for a new report; access is back once it is recorded.',
  },
  'shut-out.do.institution.not-admitted.admin': {
    'zh-CN': '备齐安全评估报告，联系平台安全管理员办理接入。',
    en: 'Have the report of the security assessment ready and ask the platform’s security administrator for admission.',
  },
  'shut-out.do.institution.not-admitted.other': {
    'zh-CN': '请联系本机构管理员办理接入。',
    en: 'Ask your institution’s administrator about the admission.',
  },
  'shut-out.contact': { 'zh-CN': '平台联系方式', en: 'Contact at the platform' },
  'shut-out.account': { 'zh-CN': '我的账号', en: 'My account' },
});

export type ShutOutFacts = {
  readonly code: `institution.${'suspended' | 'assessment-expired' | 'not-admitted'}`;
  readonly since: Day | null;
  readonly reason: string | null;
  readonly contact: string | null;
  readonly isAdmin: boolean;
};

export type ShutOutWords = {
  readonly title: string;
  readonly notice: string;
  readonly lines: readonly { readonly term: string; readonly value: string }[];
  readonly account: string;
};

/** The page in words; the server words it, as few browsers ever need them. */
export function wordShutOut(
  { code, since, reason, contact, isAdmin }: ShutOutFacts,
  locale: Locale,
): ShutOutWords {
  const t = translate(shutOutText, locale);
  const line = (term: string, value: string | null) => (value === null ? [] : [{ term, value }]);
  const why = code === 'institution.suspended' ? (reason ?? t('shut-out.reason-admin')) : null;
  return {
    title: t(`shut-out.${code}`),
    notice: t(code === 'institution.not-admitted' ? 'shut-out.waiting' : 'shut-out.stopped'),
    lines: [
      ...line(t('shut-out.since'), since && showDay(since, locale)),
      ...line(t('shut-out.reason'), why),
      ...line(t('shut-out.do'), t(`shut-out.do.${code}.${isAdmin ? 'admin' : 'other'}`)),
      ...line(t('shut-out.contact'), contact),
    ],
    account: t('shut-out.account'),
  };
}
