import { addDays, type Day } from '~/domain/kernel/day.ts';
import type { AlertState, Severity } from '~/domain/monitoring/case.ts';
import { type Hit, moreSevere, type Signal } from '~/domain/monitoring/signal.ts';

/** An alert already raised for the firm. */
export type KnownAlert = {
  readonly id: string;
  readonly groupKey: string;
  /** The version of its signal that raised it. */
  readonly signalVersion: number;
  readonly severity: Severity;
  readonly state: AlertState;
  /** Facts it rests on so far. */
  readonly factIds: readonly string[];
  /** Since when it held, as its evidence says: tells one overdue from the next where no record is involved. */
  readonly since: string | null;
  readonly closedOn: Day | null;
};

export type Intake =
  | { readonly decision: 'raise'; readonly hit: Hit; readonly escalates: string | null }
  | { readonly decision: 'merge'; readonly hit: Hit; readonly into: string }
  | { readonly decision: 'nothing-new'; readonly hit: Hit; readonly because: string };

const bringsNews = (hit: Hit, alert: KnownAlert): boolean =>
  hit.factIds.length === 0
    ? (hit.figures.since ?? null) !== alert.since
    : hit.factIds.some((id) => !alert.factIds.includes(id));

/** The most severe of some alerts, the first of several. */
const gravest = (alerts: readonly KnownAlert[]): KnownAlert | null =>
  alerts.reduce<KnownAlert | null>(
    (worst, a) => (worst && !moreSevere(a.severity, worst.severity) ? worst : a),
    null,
  );

/**
 * What becomes of a hit (domain.md H4): a live alert of its group takes new facts in; a *higher* severity always breaks
 * the group and raises its own alert, whatever was merged, snoozed or closed before. A case closed within the window is
 * not raised again on the same facts at the same severity.
 */
export function intakeOf(hit: Hit, known: readonly KnownAlert[], asOf: Day, windowDays: number): Intake {
  const group = known.filter((alert) => alert.groupKey === hit.groupKey);
  const live = gravest(group.filter((alert) => alert.state !== 'closed'));
  if (live) {
    if (moreSevere(hit.severity, live.severity)) return { decision: 'raise', hit, escalates: live.id };
    if (bringsNews(hit, live)) return { decision: 'merge', hit, into: live.id };
    return { decision: 'nothing-new', hit, because: live.id };
  }
  const since = addDays(asOf, -windowDays);
  const closed = gravest(group.filter((alert) => alert.closedOn !== null && alert.closedOn >= since));
  if (closed && !moreSevere(hit.severity, closed.severity) && !bringsNews(hit, closed))
    return { decision: 'nothing-new', hit, because: closed.id };
  return { decision: 'raise', hit, escalates: null };
}

/** The live alerts of a hit's matter below its severity: a case that is raised for it takes them over, with what they hold (H4). */
export const supersededBy = (hit: Hit, known: readonly KnownAlert[]): string[] =>
  known
    .filter(({ groupKey, state }) => groupKey === hit.groupKey && state !== 'closed')
    .filter(({ severity }) => moreSevere(hit.severity, severity))
    .map(({ id }) => id);

/**
 * Live alerts whose cause is gone: their facts were cured, corrected or repaired. Neither the signals in force (`hits`) nor the
 * version that raised it (among `raising`) finds its matter any more, so that no case ends because a later version is looser or off.
 */
export const curedAlerts = (
  known: readonly KnownAlert[],
  hits: readonly Hit[],
  raising: readonly Hit[] = [],
): KnownAlert[] =>
  known.filter(
    ({ state, groupKey, signalVersion }) =>
      state !== 'closed' &&
      !hits.some((hit) => hit.groupKey === groupKey) &&
      !raising.some((hit) => hit.groupKey === groupKey && hit.version === signalVersion),
  );

/** Of all versions of the signals those that are not in force but raised one of some alerts that is live. */
export const raisingSignals = (
  versions: readonly Signal[],
  known: readonly KnownAlert[],
  inForce: readonly Signal[],
): Signal[] =>
  versions.filter(
    ({ code, version }) =>
      !inForce.some((signal) => signal.code === code && signal.version === version) &&
      known.some(
        ({ state, groupKey, signalVersion }) =>
          state !== 'closed' && signalVersion === version && groupKey.endsWith(`/${code}`),
      ),
  );
