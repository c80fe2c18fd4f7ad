import type { Compiled, Lens } from '~/domain/feature/compute.ts';
import { type Aggregation, aggregationOf, type Dialect } from './aggregation.ts';
import { all, any, dayText, listText, text } from './condition.ts';

/** What a statement reads: one row a fact beside its firm, and a firm without facts once with nulls. */
export type Source = {
  /** `select firm, item, category, day, occurred, ended, amount, quantity, id …`; `day` as in `dayOf`. */
  readonly live: string;
  readonly dialect: Dialect;
  /** A data set names its firms itself, so all are identified. */
  readonly isOwnSet: boolean;
};

/**
 * The features of a lens for every firm of a source as one set-based statement: the second reading of the definitions,
 * by which the kernel is tested. Gives the columns `firm`, `v0`, `g0`, `v1`, `g1` …: a value or null, and the gap or null.
 */
export function featureSql(lens: Lens, { live, dialect, isOwnSet }: Source): string {
  const seen = [...new Set(lens.features.flatMap(({ seenItems }) => seenItems))];
  const parts = lens.features.map((feature, i) => partOf(lens, feature, i, { dialect, seen, isOwnSet }));
  const marks = [
    `count(*) filter (where item = 'registration.profile') > 0 as identified`,
    ...seen.map(
      (item, i) =>
        `count(*) filter (where ${all(usableSql(lens), `item = ${text(item)}`, `day > ${dayText(lens.seenAfter)}`)}) > 0 as seen${i}`,
    ),
  ];
  const pieces = [...marks, ...parts.flatMap((part) => part.pieces)];
  return `with live as (${live}),
folded as (select firm, ${pieces.join(',\n  ')}
  from live group by firm)
select firm, ${parts.map(({ value, gap }, i) => `${value} as v${i}, ${gap} as g${i}`).join(',\n  ')}
from folded`;
}

type Marks = { readonly dialect: Dialect; readonly seen: readonly string[]; readonly isOwnSet: boolean };
type Part = { readonly pieces: readonly string[]; readonly value: string; readonly gap: string };

function partOf(lens: Lens, feature: Compiled, i: number, marks: Marks): Part {
  if (feature.shut) return { pieces: [], value: 'cast(null as bigint)', gap: text(feature.shut) };
  const where = all(usableSql(lens), matchSql(lens, feature));
  const { definition, countsRecords } = feature;
  const { pieces, value, gap }: Aggregation = aggregationOf(
    { how: definition.aggregate, asOf: lens.scope.asOf, where, countsRecords, months: definition.months },
    { a: `a${i}`, rows: `n${i}` },
    marks.dialect,
  );
  const absent = absentSql(feature, marks);
  const missing = `case when n${i} = 0 and not (${absent.relief}) then ${text(absent.gap)} else ${gap} end`;
  return {
    pieces: [`count(*) filter (where ${where}) as n${i}`, ...pieces],
    value: `case when ${missing} is null then ${value} end`,
    gap: missing,
  };
}

/** The facts of open items, in the span that a consent opens and in their years of use. */
function usableSql(lens: Lens): string {
  const { consent, asOf } = lens.scope;
  const rules = [...lens.readers.keys()].map((item) => {
    const profile = lens.profiles.get(item);
    const isPublic = profile?.sensitivity === 'public';
    const years = profile?.retentionYears ?? null;
    const start = profile?.retentionStart === 'end' ? 'ended' : 'occurred';
    return [
      item,
      all(
        !isPublic && consent?.dataFrom ? `day >= ${dayText(consent.dataFrom)}` : null,
        !isPublic && consent?.dataTo ? `day <= ${dayText(consent.dataTo)}` : null,
        years === null
          ? null
          : `(${start} is null or cast(${start} + interval '${years} years' as date) > ${dayText(asOf)})`,
      ),
    ] as const;
  });
  const groups = new Map<string, string[]>();
  for (const [item, rule] of rules) groups.set(rule, [...(groups.get(rule) ?? []), item]);
  return any(...[...groups].map(([rule, items]) => all(listText('item', items), rule)));
}

function matchSql({ scope: { asOf }, readers }: Lens, { definition, after }: Compiled): string {
  const { items, categories, aggregate, state } = definition;
  const named = categories ?? (aggregate.kind === 'latest-level' ? Object.keys(aggregate.levels) : null);
  const open = items.filter((item) => readers.has(item));
  const on = dayText(asOf);
  const began = [`day <= ${on}`, state !== 'ended' && after ? `day > ${dayText(after)}` : null];
  const ended =
    state === 'ended'
      ? all(`ended <= ${on}`, after ? `ended > ${dayText(after)}` : null)
      : state === 'in-force'
        ? `(ended is null or ended > ${on})`
        : null;
  return all(
    listText('item', open),
    named ? listText("coalesce(category, 'unknown')", named) : null,
    ...began,
    ended,
  );
}

/** What the absence of a record means, and the mark with which none is none. */
function absentSql({ definition: { absence }, isLapsed, seenItems, unseen }: Compiled, marks: Marks) {
  if (isLapsed) return { gap: 'expired', relief: 'false' };
  if (absence === 'missing') return { gap: 'no-record', relief: 'false' };
  if (absence === 'zero') return { gap: 'not-identified', relief: marks.isOwnSet ? 'true' : 'identified' };
  return { gap: unseen, relief: any(...seenItems.map((item) => `seen${marks.seen.indexOf(item)}`)) };
}
