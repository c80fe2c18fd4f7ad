import { type Fen, fen, plus } from '~/domain/kernel/money.ts';
import { type Ppm, ratioPpm } from '~/domain/kernel/rate.ts';
import { type Tier, tiers } from '~/domain/loan/five-tier.ts';

/** Where a loan stood at the beginning of a period: in a class, or not lent yet. */
export const startStates = [...tiers, 'new'] as const;
export type StartState = (typeof startStates)[number];

/** Where it stood at the end: in a class, or how it had ended. A loan that renews another goes on with its money and is no end. */
export const endStates = [...tiers, 'settled', 'written-off'] as const;
export type EndState = (typeof endStates)[number];

/** Loans of a period that share where they came from and where they went; principal out on its first and last day. */
export type MigrationCell = {
  readonly start: StartState;
  readonly end: EndState;
  readonly loans: number;
  readonly opening: Fen;
  readonly closing: Fen;
};

export type MigrationSum = Omit<MigrationCell, 'start' | 'end'>;

export type Migration = {
  /** One row for each of `startStates`, in each a cell for each of `endStates`. */
  readonly rows: readonly {
    readonly start: StartState;
    readonly cells: readonly MigrationCell[];
    readonly total: MigrationSum;
    /** 迁徙率: what is in a worse class at the end ÷ what is still out, by principal; null of a row that has no rate. */
    readonly worsePpm: Ppm | null;
  }[];
  readonly columns: readonly MigrationSum[];
  readonly total: MigrationSum;
};

/** Cells as one: their loans, and what was out. */
export const sumOf = (cells: readonly MigrationSum[]): MigrationSum => ({
  loans: cells.reduce((n, cell) => n + cell.loans, 0),
  opening: plus(fen(0n), ...cells.map((cell) => cell.opening)),
  closing: plus(fen(0n), ...cells.map((cell) => cell.closing)),
});

/** Whether a loan of the class at the start is worse off at the end; one written off is. */
export const isWorse = (start: Tier, end: EndState): boolean =>
  end === 'written-off' || tiers.indexOf(end as Tier) > tiers.indexOf(start);

/**
 * 迁徙率 of a class, as the indicators of 2005 define it: of the principal that was in the class at the start, less what came
 * back in the period, the share that is in a worse class at the end. Null where nothing is left out, and of new loans.
 */
function worseOf(start: StartState, cells: readonly MigrationCell[]): Ppm | null {
  if (start === 'new' || start === 'loss') return null;
  const left = sumOf(cells).closing;
  const worse = sumOf(cells.filter((cell) => isWorse(start, cell.end))).closing;
  return left > 0n ? ratioPpm(worse, left) : null;
}

/**
 * The migration of classes over a period (五级分类迁徙, domain.md row H9): rows are where loans were at its start and add up to the
 * portfolio of that day, columns where they are at its end and add up to the portfolio of that one.
 */
export function migrationOf(cells: readonly MigrationCell[]): Migration {
  const at = (start: StartState, end: EndState): MigrationCell => ({
    ...{ start, end },
    ...sumOf(cells.filter((cell) => cell.start === start && cell.end === end)),
  });
  const rows = startStates.map((start) => {
    const row = endStates.map((end) => at(start, end));
    return { start, cells: row, total: sumOf(row), worsePpm: worseOf(start, row) };
  });
  return {
    rows,
    columns: endStates.map((_, i) => sumOf(rows.map((row) => row.cells[i] as MigrationCell))),
    total: sumOf(cells),
  };
}
