import type { ScoreView } from '~/domain/score/score-view.ts';

/** The grades from the lowest, each up to the next, in points: what dials and trends are drawn with. */
export const bandsOf = (
  bands: ScoreView['bands'],
): { grade: string; label: string; from: number; to: number }[] =>
  bands
    .map(({ grade, from }, i) => ({
      grade,
      label: grade,
      from: from / 1_000,
      to: (bands[i - 1]?.from ?? 1_000_000) / 1_000,
    }))
    .reverse();
