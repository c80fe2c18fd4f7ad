import { addDays, type Day } from '~/domain/kernel/day.ts';

/**
 * Days a recipient has to delete what it read and to say so. PIPL 47 asks for deletion and names no number: this is
 * the platform's own rule, shown to the firm before it signs.
 */
export const purgeWithinDays = 15;

/** Steps a recipient takes after a withdrawal, in order (domain.md row B4). */
export const acknowledgementSteps = ['notified', 'stopped', 'purged'] as const;
export type AcknowledgementStep = (typeof acknowledgementSteps)[number];

/** The last day for the purge. */
export const purgeDue = (withdrawnOn: Day): Day => addDays(withdrawnOn, purgeWithinDays);

/** The step that comes next, or null when all is acknowledged. */
export const nextStep = (done: readonly AcknowledgementStep[]): AcknowledgementStep | null =>
  acknowledgementSteps.find((step) => !done.includes(step)) ?? null;
