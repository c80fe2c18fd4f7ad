import type { PrivacyDuties } from '~/domain/consent/duties.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';

/** Steps of a breach in their order; whether subjects are told or need not be is one step of two kinds (PIPL 57). */
export const breachSteps = [
  'registered',
  'assessed',
  'authority-notified',
  'subjects-notified',
  'subjects-exempt',
  'closed',
] as const;
export type BreachStep = (typeof breachSteps)[number];

export const breachLevels = ['low', 'medium', 'high'] as const;

/** What may come next. Subjects may stay untold only where measures avert the harm, so never at the highest level. */
export function nextSteps(done: readonly BreachStep[], level: string | null): readonly BreachStep[] {
  const has = (step: BreachStep) => done.includes(step);
  if (has('closed')) return [];
  if (!has('assessed')) return ['assessed'];
  if (!has('authority-notified')) return ['authority-notified'];
  if (has('subjects-notified') || has('subjects-exempt')) return ['closed'];
  return level === 'high' ? ['subjects-notified'] : ['subjects-notified', 'subjects-exempt'];
}

export type BreachRefusal = { readonly code: 'privacy.breach-order' };

export const checkStep = (
  done: readonly BreachStep[],
  level: string | null,
  step: BreachStep,
): Result<BreachStep, BreachRefusal> =>
  nextSteps(done, level).includes(step) ? accept(step) : refuse({ code: 'privacy.breach-order' });

export type BreachClock = {
  readonly step: 'assessed' | 'authority-notified' | 'subjects-notified';
  readonly due: Date;
};

/** When each step is due, counted from the discovery. */
export function breachClocks(discoveredAt: Date, hours: PrivacyDuties['breach']): readonly BreachClock[] {
  const after = (n: number) => new Date(discoveredAt.getTime() + n * 3_600_000);
  return [
    { step: 'assessed', due: after(hours.assessHours) },
    { step: 'authority-notified', due: after(hours.authorityHours) },
    { step: 'subjects-notified', due: after(hours.subjectsHours) },
  ];
}

/** The clock that runs now: that of the next step, or none once all are stopped. */
export function runningClock(
  clocks: readonly BreachClock[],
  done: readonly BreachStep[],
): BreachClock | null {
  const stopped = (step: BreachStep) =>
    done.includes(step) || (step === 'subjects-notified' && done.includes('subjects-exempt'));
  return clocks.find(({ step }) => !stopped(step)) ?? null;
}
