import { addMonths, type Day, monthsBetween, quarterOf } from '~/domain/kernel/day.ts';
import { type Fen, fen, plus } from '~/domain/kernel/money.ts';
import { type Ppm, ratioPpm } from '~/domain/kernel/rate.ts';

/** What a curve counts: the loan was ever so many days past due, or was lost (classed 损失 or written off). */
export const vintageMeasures = ['overdue-30', 'overdue-90', 'loss'] as const;
export type VintageMeasure = (typeof vintageMeasures)[number];

/** Money lent on one day (what renews another loan is not lent anew) that first met the measure on one day; null of what never did. */
export type VintageLoans = {
  readonly disbursedOn: Day;
  readonly metOn: Day | null;
  readonly loans: number;
  readonly principal: Fen;
};

export type Vintage = {
  /** The quarter of disbursement as `2026Q1`. */
  readonly quarter: string;
  readonly loans: number;
  readonly principal: Fen;
  /** By months on book, from 0: the share of the principal lent that had met the measure by then. */
  readonly curve: readonly Ppm[];
};

/** The months on book by which a day has come: the least m of which the m-th month of the loan ends on or after it. */
export function monthsOnBook(disbursedOn: Day, on: Day): number {
  const whole = monthsBetween(disbursedOn, on);
  return addMonths(disbursedOn, whole) < on ? whole + 1 : whole;
}

/**
 * Vintage curves (账龄曲线) as of a day, the oldest quarter first. A curve goes as far as its youngest loan has been on book, so
 * every point has the whole quarter under it and no curve ever falls.
 */
export function vintagesOf(groups: readonly VintageLoans[], on: Day): Vintage[] {
  const lent = groups.filter((group) => group.disbursedOn <= on);
  const quarters = [...new Set(lent.map((group) => quarterOf(group.disbursedOn)))].sort();
  return quarters.map((quarter) => {
    const own = lent.filter((group) => quarterOf(group.disbursedOn) === quarter);
    const principal = plus(fen(0n), ...own.map((group) => group.principal));
    const months = Math.min(...own.map((group) => monthsBetween(group.disbursedOn, on)));
    return {
      quarter,
      loans: own.reduce((n, group) => n + group.loans, 0),
      principal,
      curve: curveOf(own, principal, months),
    };
  });
}

function curveOf(own: readonly VintageLoans[], principal: Fen, months: number): Ppm[] {
  const met = Array.from({ length: months + 1 }, () => 0n);
  for (const { disbursedOn, metOn, principal: lent } of own) {
    const at = metOn ? Math.max(0, monthsOnBook(disbursedOn, metOn)) : months + 1;
    if (at <= months) met[at] = (met[at] ?? 0n) + lent;
  }
  let sum = 0n;
  return met.map((fresh) => {
    sum += fresh;
    return ratioPpm(sum, principal);
  });
}
