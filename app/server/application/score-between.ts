import { changesBetween, type Mover, moversOf } from '~/domain/application/as-of.ts';
import type { FeatureUnit } from '~/domain/feature/definition.ts';
import { featureDefinition } from '~/domain/feature/definitions.ts';
import { cardFeatures } from '~/domain/score/card.ts';
import { type DiffLine, diffSheets } from '~/domain/score/sheet-diff.ts';
import { type RecordThen, recordThen } from '~/server/application/as-of-shown.ts';
import type { VersionRow } from '~/server/application/store-as-of.ts';
import type { ScoreAsOf } from '~/server/score/score-as-of.ts';

/** What the reader may see of the firm's records: rows by id, keys whose content is kept back, and open items. */
export type Sight = {
  readonly rows: ReadonlyMap<string, VersionRow>;
  readonly keptBack: ReadonlySet<string>;
  readonly items: ReadonlySet<string> | 'all';
};

export type ScoreThen = {
  readonly scope: ScoreAsOf['scope'];
  readonly cardVersion: string;
  readonly asOf: string;
  readonly milliPoints: number | null;
  readonly grade: ScoreAsOf['grade'];
  readonly coveragePpm: number;
};

export type MovedLine = {
  readonly feature: string;
  readonly unit: FeatureUnit;
  readonly before: DiffLine['before'];
  readonly after: DiffLine['after'];
  /** Records that moved it, as far as the reader may see them. */
  readonly movers: readonly (RecordThen & { readonly why: Mover })[];
  /** Its figures are kept back, for a record behind them is. */
  readonly isWithheld: boolean;
};

export const scoreThen = (score: ScoreAsOf | null): ScoreThen | null =>
  score && {
    scope: score.scope,
    cardVersion: score.card.version,
    asOf: score.asOf,
    milliPoints: score.milliPoints,
    grade: score.grade,
    coveragePpm: score.coveragePpm,
  };

/** Why the score moved: every indicator with other points or another figure, and the records that made it so. */
export function movedLines(
  before: ScoreAsOf | null,
  after: ScoreAsOf | null,
  sight: Sight,
): readonly MovedLine[] {
  if (!before || !after) return [];
  const changes = changesBetween([...sight.rows.values()], before.knownAt, after.knownAt);
  return diffSheets(before, after).map((line) => {
    const counted = { before: countedIn(before, line.feature), after: countedIn(after, line.feature) };
    const { unit, items } = featureDefinition(line.feature);
    const isOpen =
      sight.items === 'all' || items.every((item) => sight.items !== 'all' && sight.items.has(item));
    const isWithheld = !isOpen || ![...counted.before, ...counted.after].every((id) => isSeen(sight, id));
    const movers = isOpen
      ? moversOf(counted, changes).flatMap(({ id, why }) => {
          const row = sight.rows.get(id);
          return row ? [{ ...recordThen(row, sight.keptBack.has(row.key) ? null : row), why }] : [];
        })
      : [];
    return {
      feature: line.feature,
      unit,
      before: side(line.before, isWithheld),
      after: side(line.after, isWithheld),
      movers,
      isWithheld,
    };
  });
}

const isSeen = ({ rows, keptBack }: Sight, id: string): boolean => {
  const row = rows.get(id);
  return row !== undefined && !keptBack.has(row.key);
};

/** Features of a score that rest on a record which the reader may not see: their figures tell what it says. */
export const shutFeatures = (score: ScoreAsOf | null, sight: Sight): ReadonlySet<string> =>
  new Set(
    score
      ? cardFeatures(score.card).filter((code) => !countedIn(score, code).every((id) => isSeen(sight, id)))
      : [],
  );

const side = (of: DiffLine['before'], isWithheld: boolean): DiffLine['before'] =>
  of && (isWithheld ? { ...of, value: null } : of);

const countedIn = ({ card, features }: ScoreAsOf, feature: string): string[] =>
  (features[cardFeatures(card).indexOf(feature)]?.evidence ?? []).map(({ id }) => id);
