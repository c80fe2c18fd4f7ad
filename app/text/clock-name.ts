import type { Locale } from '~/text/define.ts';

/** What a clock that ran out was for, in Chinese and in English. */
const clocks = {
  'glass-review': ['应急访问的事后审查', 'The review of an emergency access'],
  'breach-assessed': ['安全事件的影响评估', 'The assessment of a breach'],
  'breach-authority-notified': ['安全事件向主管部门的报告', 'Telling the authority of a breach'],
  'breach-subjects-notified': ['安全事件对当事人的告知', 'Telling the subjects of a breach'],
  'person-objection': ['自然人异议的答复', 'The answer to a person’s objection'],
  'second-look': ['拒绝决定的复核', 'The second look at a decline'],
  conflict: ['来源冲突的认定', 'The decision of conflicts between sources'],
} as const;

export function clockName(what: string, locale: Locale): string {
  const [zh, en] = clocks[what as keyof typeof clocks] ?? [what, what];
  return locale === 'en' ? en : zh;
}
