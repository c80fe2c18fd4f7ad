import type { PrivacyDuties } from '~/domain/consent/duties.ts';
import { addMonths, addYears, type Day } from '~/domain/kernel/day.ts';

/** What makes an assessment a duty (个人信息保护法 55). */
export const assessmentTriggers = [
  'sensitive',
  'automated-decision',
  'entrusting',
  'sharing',
  'publishing',
  'abroad',
  'major-impact',
] as const;
export type AssessmentTrigger = (typeof assessmentTriggers)[number];

/** From the approval: when it has to be looked at again, and until when the report is kept (at least three years). */
export const assessmentDays = (
  approvedOn: Day,
  { reviewMonths, keepYears }: PrivacyDuties['assessment'],
) => ({
  reviewDue: addMonths(approvedOn, reviewMonths),
  keepUntil: addYears(approvedOn, keepYears),
});
