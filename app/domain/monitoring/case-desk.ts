import { addDays, type Day, dayAt, startOf } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { AlertHandling, OwnerRule } from '~/domain/monitoring/alert-handling.ts';
import type { AlertState, Severity } from '~/domain/monitoring/case.ts';

/** An officer who may have cases, and how many live ones are theirs. */
export type Desk = { readonly id: string; readonly live: number; readonly branchId: string | null };

/** Whether an officer may have a case of a loan that lies with a branch (null: the head office): who cannot see it cannot act on it. */
export const mayHave = ({ branchId }: Pick<Desk, 'branchId'>, branch: string | null): boolean =>
  branchId === null || branchId === branch;

/**
 * Who gets a new case (H3): the rules are asked in their order. Of officers with as many cases the one whose id comes first; null
 * where no rule names anybody.
 */
export function ownerFor(
  rules: readonly OwnerRule[],
  {
    loanOfficer,
    officers,
  }: { readonly loanOfficer: string | null; readonly officers: readonly Omit<Desk, 'branchId'>[] },
): string | null {
  for (const rule of rules) {
    if (rule === 'loan-officer' && officers.some(({ id }) => id === loanOfficer)) return loanOfficer;
    const [least] = officers.toSorted((a, b) => a.live - b.live || (a.id < b.id ? -1 : 1));
    if (rule === 'least-loaded' && least) return least.id;
  }
  return null;
}

/** What decides whether a case is put aside now. */
export type Aside = {
  readonly state: AlertState;
  readonly dueAt: Date;
  readonly snoozedUntil: Day | null;
};

/** Whether a case is out of the officer's list now. A deadline that has passed wakes it, whatever was asked for. */
export const isAside = ({ state, dueAt, snoozedUntil }: Aside, now: Date): boolean =>
  state !== 'closed' && snoozedUntil !== null && dayAt(now) < snoozedUntil && now < dueAt;

export type SnoozeRefusal =
  | { readonly code: 'monitoring.closed' }
  | { readonly code: 'monitoring.snooze-never'; readonly field: 'until' }
  | { readonly code: 'monitoring.snooze-not-later'; readonly field: 'until' }
  | { readonly code: 'monitoring.snooze-too-long'; readonly field: 'until'; readonly most: Day };

/** The last day until which a case may be put aside: by its severity, and never past the last day of its deadline. Null: not at all. */
export function latestSnooze(
  { severity, dueAt }: { readonly severity: Severity; readonly dueAt: Date },
  handling: Pick<AlertHandling, 'snoozeMostDays'>,
  now: Date,
): Day | null {
  const most = handling.snoozeMostDays[severity];
  if (most === undefined) return null;
  const bySeverity = addDays(dayAt(now), most);
  const lastDay = dayAt(new Date(dueAt.getTime() - 1));
  const latest = bySeverity < lastDay ? bySeverity : lastDay;
  return latest > dayAt(now) && startOf(latest) < dueAt ? latest : null;
}

/** Puts a case aside until a day, or says why not. */
export function snoozeCase(
  alert: { readonly state: AlertState; readonly severity: Severity; readonly dueAt: Date },
  until: Day,
  handling: Pick<AlertHandling, 'snoozeMostDays'>,
  now: Date,
): Result<Day, SnoozeRefusal> {
  if (alert.state === 'closed') return refuse({ code: 'monitoring.closed' });
  const latest = latestSnooze(alert, handling, now);
  if (latest === null) return refuse({ code: 'monitoring.snooze-never', field: 'until' });
  if (until <= dayAt(now)) return refuse({ code: 'monitoring.snooze-not-later', field: 'until' });
  if (until > latest) return refuse({ code: 'monitoring.snooze-too-long', field: 'until', most: latest });
  return accept(until);
}
