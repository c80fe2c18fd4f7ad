import { lossHistory, type Month } from '~/domain/monitoring/early-warning/loss-history.ts';
import type { Column, Frame } from '~/domain/score/training/frame.ts';

/** A loan as the early-warning score sees it: live in the months [from, until). */
export type PanelLoan = {
  readonly number: string;
  readonly from: Month;
  readonly until: Month;
  readonly isLost: boolean;
  /** Facts of the application, whole numbers; null is not known. */
  readonly facts: { readonly [name: string]: number | null };
  /** Groups whose losses so far are looked at, such as the bank or the industry. */
  readonly groups: { readonly [name: string]: string };
};

/** One row: a loan that is live in a month. */
export type PanelRow = { readonly loan: PanelLoan; readonly at: Month };

/** Months that a loss must follow an alert within, for the alert to count as right. */
export const horizonMonths = 12;

/** Whether the loan is lost within the twelve months after the month of the row. */
export const isLostSoon = ({ loan, at }: PanelRow): boolean =>
  loan.isLost && loan.until <= at + horizonMonths;

/** The rows of all months [first, last] in steps, in the order of months and loans. */
export function rowsBetween(
  loans: readonly PanelLoan[],
  first: Month,
  last: Month,
  step: number,
): PanelRow[] {
  const rows: PanelRow[] = [];
  for (let at = first; at <= last; at += step)
    for (const loan of loans) if (loan.from < at && loan.until > at) rows.push({ loan, at });
  return rows;
}

/**
 * The table of cases of some rows: the facts of each loan, its age, and what its bank, state and industry lost in the two
 * years before the month. Nothing of the month itself or later enters, so a score of the past is the score of then.
 */
export function panelFrame(rows: readonly PanelRow[], loans: readonly PanelLoan[]): Frame {
  const [sample] = loans;
  const numbers = (name: string, value: (row: PanelRow) => number | null): Column => ({
    kind: 'number',
    name,
    factor: 1,
    values: Float64Array.from(rows, (row) => value(row) ?? Number.NaN),
  });
  const histories = Object.keys(sample?.groups ?? {}).map((name) => {
    const rate = lossHistory(
      loans.map((l) => ({ group: l.groups[name] ?? '', from: l.from, until: l.until, isLost: l.isLost })),
    );
    return numbers(`losses.${name}`, ({ loan, at }) => rate(loan.groups[name] ?? '', at));
  });
  const facts = Object.keys(sample?.facts ?? {}).map((name) =>
    numbers(name, ({ loan }) => loan.facts[name] ?? null),
  );
  return {
    columns: [numbers('age', ({ loan, at }) => at - loan.from), ...facts, ...histories],
    bad: Uint8Array.from(rows, (row) => Number(isLostSoon(row))),
    ids: rows.map(({ loan }) => loan.number),
  };
}
