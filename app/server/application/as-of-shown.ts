import type { FactChange, FactChangeKind, Standing } from '~/domain/application/as-of.ts';
import { dayAt } from '~/domain/kernel/day.ts';
import type { VersionRow } from '~/server/application/store-as-of.ts';

/** A record as it is shown on a day; `says` is null where its content is kept back. Fen as text; no id leaves the server. */
export const recordThen = (row: VersionRow, says: VersionRow | null) => ({
  key: `${row.key.slice(-12)}-${row.id.slice(0, 8)}`,
  itemZh: row.itemZh,
  itemEn: row.itemEn,
  isPublic: row.sensitivity === 'public',
  providerZh: row.providerZh,
  providerEn: row.providerEn,
  knownOn: dayAt(row.knownAt) as string,
  says: says && {
    occurredOn: says.occurredOn,
    precision: says.precision,
    endedOn: says.endedOn,
    amountFen: says.amountFen,
    quantity: says.quantity,
    categoryZh: says.categoryZh,
    categoryEn: says.categoryEn,
  },
});
export type RecordThen = ReturnType<typeof recordThen>;
type Says = RecordThen['says'];

export type ChangeShown = RecordThen & {
  readonly kind: FactChangeKind;
  readonly on: string;
  readonly before: Says;
  readonly after: Says;
};

/** The records that stood on a day, the newest first; content that was revoked since is kept back from others. */
export const recordsShown = (
  standings: ReadonlyMap<string, Standing<VersionRow>>,
  keptBack: ReadonlySet<string>,
): RecordThen[] =>
  [...standings.values()]
    .filter(({ state }) => state === 'live')
    .map(({ row }) => row)
    .sort((a, b) => ((a.occurredOn ?? '') < (b.occurredOn ?? '') ? 1 : -1))
    .map((row) => recordThen(row, keptBack.has(row.key) ? null : row));

/** How many records of each kind there are, and the day on which the last of them became known. */
export function kindsThen(records: readonly RecordThen[]) {
  const kinds = new Map<string, { zh: string; en: string; count: number; last: string }>();
  for (const { itemZh: zh, itemEn: en, knownOn } of records) {
    const { count, last } = kinds.get(zh) ?? { count: 0, last: '' };
    kinds.set(zh, { zh, en, count: count + 1, last: last > knownOn ? last : knownOn });
  }
  return [...kinds.values()];
}

/** The changes between two days in the same words. */
export const changesShown = (
  changes: readonly FactChange<VersionRow>[],
  keptBack: ReadonlySet<string>,
): ChangeShown[] =>
  changes.map(({ key, kind, before, after, by }) => {
    const says = (row: VersionRow | null): Says =>
      row && !keptBack.has(key) ? recordThen(row, row).says : null;
    return {
      ...recordThen(by, null),
      kind,
      on: dayAt(by.knownAt),
      before: says(before),
      after: says(after),
    };
  });
