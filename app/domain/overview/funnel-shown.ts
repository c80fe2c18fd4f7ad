import { isSmall, suppressTable, suppressWithTotal } from '~/domain/kernel/small-numbers.ts';

/** A funnel as it may be shown: null where a figure is kept back. */
export type FunnelShown = {
  /** [place][step] */
  readonly places: readonly (readonly (number | null)[])[];
  readonly all: readonly (number | null)[];
};

/**
 * The steps of a funnel by place without what tells of few firms (O2). What lies between two steps counts as a figure of its own: 31
 * firms that went on from 34 tell of the 3 that did not. So the firms that got as far as each step and no further are the
 * table that is protected, and a step is shown where it follows from what is shown of that.
 */
export function funnelShown(places: readonly (readonly number[])[]): FunnelShown {
  const ends = places.map((steps) => steps.map((n, at) => n - (steps[at + 1] ?? 0)));
  const { cells, rowTotals, columnTotals, total } = suppressTable(ends);
  return {
    places: cells.map((row, at) => stepsFrom(row, rowTotals[at] ?? null)),
    all: stepsFrom(columnTotals, total),
  };
}

/** How many got to each step, from how many got just so far: added up from the end, or taken off the beginning. */
function stepsFrom(ends: readonly (number | null)[], all: number | null): (number | null)[] {
  const before = (at: number) => sumOf(ends.slice(0, at));
  return ends.map((_, at) => sumOf(ends.slice(at)) ?? less(all, before(at)));
}

const sumOf = (counts: readonly (number | null)[]): number | null =>
  counts.reduce<number | null>((sum, n) => (sum === null || n === null ? null : sum + n), 0);

const less = (all: number | null, part: number | null): number | null =>
  all === null || part === null ? null : all - part;

/** The province behind a funnel: firms by public grade, firms on record, and what was lent (fen) to how many of them. */
export type Province<S> = {
  readonly grades: readonly { readonly grade: string; readonly firms: number }[];
  readonly sums: S & {
    readonly firms: number;
    readonly loans: number;
    readonly lent: bigint;
    readonly borrowers: number;
  };
};

/**
 * The province without what tells of few firms (O2): grades and firms on record are one list with its sum, the firms without a grade
 * its rest; what fewer than five borrowers got is kept back.
 */
export function provinceShown<S>({ grades, sums }: Province<S>) {
  const graded = grades.map((g) => g.firms);
  const rest = sums.firms - graded.reduce((all, n) => all + n, 0);
  const { counts, total } = suppressWithTotal([...graded, rest]);
  const [loans, lent, borrowers] = isSmall(sums.borrowers)
    ? [null, null, null]
    : [sums.loans, sums.lent, sums.borrowers];
  return {
    grades: grades.map(({ grade }, at) => ({ grade, firms: counts[at] ?? null })),
    sums: { ...sums, firms: total, loans, lent, borrowers },
  };
}
