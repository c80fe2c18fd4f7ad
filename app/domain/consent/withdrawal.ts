import { addDays, type Day } from '~/domain/kernel/day.ts';
import type { WithdrawalClocks } from './duties.ts';

/** Steps a recipient takes after a withdrawal, in order (domain.md row B4). */
export const acknowledgementSteps = ['notified', 'stopped', 'purged'] as const;
export type AcknowledgementStep = (typeof acknowledgementSteps)[number];

/**
 * The last day for the purge. PIPL 47 asks for deletion and names no number: the days are policy data, shown to the
 * firm before it signs.
 */
export const purgeDue = (withdrawnOn: Day, { purgeWithinDays }: WithdrawalClocks): Day =>
  addDays(withdrawnOn, purgeWithinDays);

/** The step that comes next, or null when all is acknowledged. */
export const nextStep = (done: readonly AcknowledgementStep[]): AcknowledgementStep | null =>
  acknowledgementSteps.find((step) => !done.includes(step)) ?? null;

/** What is done about a recipient that does not acknowledge: first a reminder, after the last day a report. */
export const chaseLevels = ['reminded', 'escalated'] as const;
export type ChaseLevel = (typeof chaseLevels)[number];

/** How far a task that is still open has to be chased on a day; null while there is time. */
export function chaseLevel(dueOn: Day, today: Day, clocks: WithdrawalClocks): ChaseLevel | null {
  if (today >= addDays(dueOn, clocks.escalateAfterDays)) return 'escalated';
  return today >= addDays(dueOn, -clocks.remindBeforeDays) ? 'reminded' : null;
}

/**
 * The day after which a recipient may no longer keep what it read: so many days after the consent ended, as the firm
 * agreed (留存期, domain.md §2.4).
 */
export const retentionEnd = (endedOn: Day, retentionDays: number): Day => addDays(endedOn, retentionDays);
