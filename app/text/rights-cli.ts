import { defineText } from '~/text/define.ts';

const caseNames = {
  objection: ['异议', 'objection'],
  repair: ['修复', 'repair'],
  'person-objection': ['自然人异议', 'objection of a person'],
} as const;
type Case = keyof typeof caseNames;

/** What the command `rights` says. */
export const rightsCliText = defineText({
  'rights.cli.summary': {
    'zh-CN': '列出办理中的异议、信用修复和自然人异议，期限最近的在前',
    en: 'Lists pending objections, repairs and objections of persons, the nearest deadline first',
  },
  'rights.cli.overdue': { 'zh-CN': '只列超过期限的', en: 'only those past their deadline' },
  'rights.cli.line': {
    'zh-CN': (of: Case, due: string, firm: string, item: string, state: string) =>
      `${caseNames[of][0]}  期限 ${due}  ${firm}  ${item}  ${state}`,
    en: (of: Case, due: string, firm: string, item: string, state: string) =>
      `${caseNames[of][1]}  due ${due}  ${firm}  ${item}  ${state}`,
  },
  'rights.cli.found': {
    'zh-CN': (n: number) => `共 ${n} 件`,
    en: (n: number) => (n === 1 ? '1 case' : `${n} cases`),
  },
});
