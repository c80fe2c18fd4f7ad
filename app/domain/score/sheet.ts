import type { Dimension, Gap } from '~/domain/feature/definition.ts';
import type { Card, Grade, Veto } from './card.ts';

/** One indicator of one sheet: what was seen and what it earned. */
export type ScoreLine = {
  readonly feature: string;
  readonly dimension: Dimension;
  /** In the unit of the feature; null when unknown. */
  readonly value: number | null;
  /** Why it is unknown; null when it is known, or when the sheet was read back and no longer says. */
  readonly gap: Gap | null;
  /** Milli-points earned, possible, and earned by the unknown: the difference to the last raises or lowers. */
  readonly points: number;
  readonly max: number;
  readonly neutral: number;
  /** Index of the bin; null for the unknown. */
  readonly bin: number | null;
  readonly fix: string | null;
};

/** A short reason: points lost by one indicator, weight that stays unknown for one cause, or a veto. At most four. */
export type Reason =
  | { readonly kind: 'veto'; readonly code: Veto['code'] }
  | { readonly kind: 'lost'; readonly feature: string }
  | { readonly kind: 'unknown'; readonly gap: Gap };

/** A result that facts, consent scope and card determine wholly (invariant 3). Points are milli-points. */
export type ScoreResult = {
  readonly cardVersion: string;
  /** Null when information is insufficient. */
  readonly milliPoints: number | null;
  readonly grade: Grade | 'insufficient';
  /** Known weight as a share of the whole card. */
  readonly coveragePpm: number;
  /** Milli-points by dimension in the order of the card; empty when information is insufficient. */
  readonly dimensionMilli: readonly number[];
  readonly lines: readonly ScoreLine[];
  readonly reasons: readonly Reason[];
  readonly veto: { readonly code: Veto['code']; readonly factId: string } | null;
  /** Values in the order of `cardFeatures`. */
  readonly features: readonly (number | null)[];
};

/** A reason as the sheet stores it: `lost:tax-arrears-in-force`. */
export const reasonCode = (reason: Reason): string =>
  reason.kind === 'veto'
    ? `veto:${reason.code}`
    : reason.kind === 'lost'
      ? `lost:${reason.feature}`
      : `unknown:${reason.gap}`;

/** The reason behind a stored code. */
export function parseReason(code: string): Reason {
  const [kind, rest = ''] = code.split(':');
  if (kind === 'veto') return { kind, code: rest as Veto['code'] };
  if (kind === 'lost') return { kind, feature: rest };
  if (kind === 'unknown') return { kind, gap: rest as Gap };
  throw new Error(`no reason ${code}`);
}

/** The grade of a number of milli-points on a card. */
export const gradeOf = (card: Card, milliPoints: number): Grade =>
  card.grades.find(({ from }) => milliPoints >= from)?.grade ?? 'D';
