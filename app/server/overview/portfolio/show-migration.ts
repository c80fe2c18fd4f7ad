import { fen } from '~/domain/kernel/money.ts';
import {
  type EndState,
  type Migration,
  type MigrationSum,
  migrationOf,
  type StartState,
} from '~/domain/loan/migration.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { isSmall, type PeriodAsked, readerOf, readsStatistics } from '~/server/overview/portfolio/reader.ts';
import { type MigrationRow, sumMigration } from '~/server/overview/store-migration.ts';

/**
 * The migration matrix of the reader's loans over a period. Who reads statistics only gets the rate of each class, and not of one
 * that fewer than five firms were in or left for a worse one: no counts and no money, so nothing follows from their sums.
 */
export async function showMigration(actor: Actor, { from, on }: PeriodAsked) {
  const found = await withActor(readerOf(actor), (tx) => sumMigration(tx, { from, on }));
  const matrix = migrationOf(found.map(cellOf));
  const period = { from: from as string, on: on as string, loans: matrix.total.loans };
  if (!readsStatistics(actor)) return { ...period, matrix: shown(matrix), rates: ratesOf(matrix) };
  const kept = ratesOf(matrix).map(({ start, worsePpm }) => {
    const row = matrix.rows.find((each) => each.start === start);
    const few = found.filter((each) => each.start_state === start).every((each) => isSmall(each.firms));
    const worse = row?.cells.slice(row.cells.findIndex(({ end }) => end === start) + 1) ?? [];
    const moved = worse.filter(({ end }) => end !== 'settled' && end !== 'renewed');
    const hides = few || isSmall(moved.reduce((n, cell) => n + cell.loans, 0));
    return { start, worsePpm: hides ? null : worsePpm, hidden: hides };
  });
  return { ...period, matrix: null, rates: kept };
}

export type MigrationShown = Awaited<ReturnType<typeof showMigration>>;

const cellOf = (row: MigrationRow) => ({
  start: row.start_state as StartState,
  end: row.end_state as EndState,
  loans: row.loans,
  opening: fen(row.opening),
  closing: fen(row.closing),
});

const sum = ({ loans, opening, closing }: MigrationSum) => ({
  loans,
  openingFen: opening.toString(),
  closingFen: closing.toString(),
});

const shown = ({ rows, columns, total }: Migration) => ({
  rows: rows.map(({ start, cells, total: whole }) => ({
    start,
    cells: cells.map(({ end, ...cell }) => ({ end, ...sum(cell) })),
    total: sum(whole),
  })),
  columns: columns.map(sum),
  total: sum(total),
});

const ratesOf = ({ rows }: Migration) =>
  rows
    .filter(({ start }) => start !== 'new' && start !== 'loss')
    .map(({ start, worsePpm }) => ({ start, worsePpm: worsePpm as number | null, hidden: false }));
