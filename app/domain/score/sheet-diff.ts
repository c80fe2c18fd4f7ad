import type { Card } from '~/domain/score/card.ts';
import { scoreLines } from '~/domain/score/score.ts';

/** One indicator that a restatement moved: its value and milli-points before and after; null when unknown then. */
export type DiffLine = {
  readonly feature: string;
  readonly before: { readonly value: number | null; readonly points: number } | null;
  readonly after: { readonly value: number | null; readonly points: number } | null;
};

export type SheetRead = { readonly card: Card; readonly values: readonly (number | null)[] };

/**
 * What moved between two sheets, indicator by indicator, the largest change of points first. Each sheet is read with its
 * own card, so that a change of card shows as well; an indicator that only one of them has is null on the other side.
 */
export function diffSheets(before: SheetRead | null, after: SheetRead | null): DiffLine[] {
  const [old, now] = [linesOf(before), linesOf(after)];
  const features = [...new Set([...old.keys(), ...now.keys()])];
  return features
    .map((feature) => ({ feature, before: old.get(feature) ?? null, after: now.get(feature) ?? null }))
    .filter(({ before: b, after: a }) => b?.points !== a?.points || b?.value !== a?.value)
    .sort((a, b) => Math.abs(moveOf(b)) - Math.abs(moveOf(a)) || (a.feature < b.feature ? -1 : 1));
}

/** Milli-points that one line of a diff adds or takes. */
export const moveOf = ({ before, after }: Pick<DiffLine, 'before' | 'after'>): number =>
  (after?.points ?? 0) - (before?.points ?? 0);

function linesOf(sheet: SheetRead | null): Map<string, { value: number | null; points: number }> {
  if (!sheet) return new Map();
  const lines = scoreLines(
    sheet.card,
    sheet.values.map((value) => ({ value, gap: null })),
  );
  return new Map(lines.map(({ feature, value, points }) => [feature, { value, points }]));
}
