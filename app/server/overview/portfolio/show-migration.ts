import { fen } from '~/domain/kernel/money.ts';
import { isSmall } from '~/domain/kernel/small-numbers.ts';
import {
  type EndState,
  type Migration,
  type MigrationSum,
  migrationOf,
  type StartState,
} from '~/domain/loan/migration.ts';
import type { Actor } from '~/server/access/actor.ts';
import { readerOf, readsStatistics } from '~/server/access/statistics-reader.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { PeriodAsked } from '~/server/overview/portfolio/reader.ts';
import { countMovers, type MigrationRow, sumMigration } from '~/server/overview/store-migration.ts';

/**
 * The migration matrix of the reader's loans over a period. Who reads statistics only gets the rate of each class, and not of one
 * that fewer than five firms were in, left for a worse one or stayed out of it: no counts and no money, so nothing follows from their sums.
 */
export async function showMigration(actor: Actor, { from, on }: PeriodAsked) {
  const discreet = readsStatistics(actor);
  const { found, movers } = await withActor(readerOf(actor), async (tx) => ({
    found: await sumMigration(tx, { from, on }),
    movers: discreet ? await countMovers(tx, { from, on }) : [],
  }));
  const matrix = migrationOf(found.map(cellOf));
  const period = { from: from as string, on: on as string, isEmpty: matrix.total.loans === 0 };
  if (!discreet) return { ...period, matrix: shown(matrix), rates: ratesOf(matrix) };
  const rates = ratesOf(matrix).map(({ start, worsePpm }) => {
    const of = movers.find((each) => each.start_state === start);
    const hidden = of !== undefined && [of.firms, of.worse, of.firms - of.worse].some(isSmall);
    return { start, worsePpm: hidden ? null : worsePpm, hidden };
  });
  return { ...period, matrix: null, rates };
}

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
