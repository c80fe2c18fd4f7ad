import { addDays, type Day, startOf } from '~/domain/kernel/day.ts';

/** One row of a record's history as the store keeps it (invariant 1): nothing is edited, a change adds a row. */
export type Version = {
  readonly id: string;
  /** The record that the row belongs to, through all its versions. */
  readonly key: string;
  readonly op: 'assert' | 'correct' | 'revoke' | 'seal';
  /** The row of the same record that this one takes the place of. */
  readonly supersedes: string | null;
  readonly knownAt: Date;
};

/** How a record stood at an instant: the row that stood then. */
export type Standing<V extends Version> = {
  readonly state: 'live' | 'revoked' | 'repaired';
  readonly row: V;
};

/** What became of a record between two days; `restored`: it came back after a revocation or a seal. */
export type FactChangeKind = 'added' | 'corrected' | 'revoked' | 'repaired' | 'restored';

export type FactChange<V extends Version> = {
  readonly key: string;
  readonly kind: FactChangeKind;
  /** What it said on the first day; null where it said nothing then. */
  readonly before: V | null;
  /** What it says on the second; null where it says nothing any more. */
  readonly after: V | null;
  /** The row that made the change. */
  readonly by: V;
};

/** The last instant of a business day: what was known on a day is what was known when it ended. */
export const endOf = (day: Day): Date => new Date(startOf(addDays(day, 1)).getTime() - 1);

/** Every record that was known at an instant, by its key, with how it stood. The order of the rows does not matter. */
export function standingsAt<V extends Version>(rows: readonly V[], at: Date): Map<string, Standing<V>> {
  const known = rows.filter(({ knownAt }) => knownAt <= at);
  const superseded = new Set(known.map(({ supersedes }) => supersedes));
  const heads = known.filter(({ id }) => !superseded.has(id));
  return new Map(heads.map((row) => [row.key, { state: stateOf(row), row }]));
}

const stateOf = ({ op }: Version): Standing<Version>['state'] =>
  op === 'revoke' ? 'revoked' : op === 'seal' ? 'repaired' : 'live';

/** What changed between two instants, the latest first, one line a record. */
export function changesBetween<V extends Version>(rows: readonly V[], from: Date, to: Date): FactChange<V>[] {
  const [before, after] = [standingsAt(rows, from), standingsAt(rows, to)];
  return [...after]
    .flatMap(([key, now]): FactChange<V>[] => {
      const then = before.get(key);
      if (then?.row.id === now.row.id) return [];
      return [{ key, kind: kindOf(then, now), before: saying(then), after: saying(now), by: now.row }];
    })
    .sort((a, b) => b.by.knownAt.getTime() - a.by.knownAt.getTime() || (a.key < b.key ? -1 : 1));
}

const saying = <V extends Version>(standing: Standing<V> | undefined): V | null =>
  standing?.state === 'live' ? standing.row : null;

function kindOf(then: Standing<Version> | undefined, now: Standing<Version>): FactChangeKind {
  if (now.state !== 'live') return now.state;
  if (!then) return 'added';
  return then.state === 'live' ? 'corrected' : 'restored';
}

/**
 * The rows that others than the subject and the audit role may be shown on any day: a record that is sealed now was never
 * there (domain.md edge case 4: repair ends showing, sharing and use, for the past too).
 */
export function unsealed<V extends Version>(rows: readonly V[]): V[] {
  const superseded = new Set(rows.map(({ supersedes }) => supersedes));
  const sealed = new Set(
    rows.filter(({ id, op }) => op === 'seal' && !superseded.has(id)).map(({ key }) => key),
  );
  return rows.filter(({ key }) => !sealed.has(key));
}

/** Why a record counts for a feature on one of two days and not on the other. */
export type Mover = FactChangeKind | 'window';

/**
 * The records that moved a feature between two instants: those that counted at only one of them, each with the cause; where
 * the record itself did not change, the feature's window or its own dates did.
 */
export function moversOf<V extends Version>(
  counted: { readonly before: readonly string[]; readonly after: readonly string[] },
  changes: readonly FactChange<V>[],
): { readonly id: string; readonly why: Mover }[] {
  const causes = new Map<string, Mover>();
  for (const { kind, before, after } of changes)
    for (const row of [before, after]) if (row) causes.set(row.id, kind);
  const [was, is] = [new Set(counted.before), new Set(counted.after)];
  const gone = counted.before.filter((id) => !is.has(id));
  const come = counted.after.filter((id) => !was.has(id));
  return [...gone, ...come].map((id) => ({ id, why: causes.get(id) ?? 'window' }));
}
