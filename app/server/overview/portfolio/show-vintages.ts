import { addMonths, type Day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import { quarterOf, type VintageMeasure, vintagesOf } from '~/domain/loan/vintage.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { isSmall, readerOf, readsStatistics } from '~/server/overview/portfolio/reader.ts';
import { sumVintages, type VintageRow } from '~/server/overview/store-warning.ts';

const quartersShown = 8;

/** The first day of the earliest quarter that is drawn. */
const firstOf = (on: Day): Day => {
  const month = Math.floor((Number(on.slice(5, 7)) - 1) / 3) * 3 + 1;
  const quarter = `${on.slice(0, 4)}-${String(month).padStart(2, '0')}-01` as Day;
  return addMonths(quarter, -3 * (quartersShown - 1));
};

/**
 * Vintage curves of the reader's loans of the last eight quarters as of a day. Who reads statistics only sees no curve of a quarter
 * in which fewer than five loans were lent, or met the measure.
 */
export async function showVintages(actor: Actor, on: Day, measure: VintageMeasure) {
  const rows = await withActor(readerOf(actor), (tx) => sumVintages(tx, { from: firstOf(on), on }, measure));
  const discreet = readsStatistics(actor);
  return {
    on: on as string,
    measure,
    vintages: vintagesOf(rows.map(groupOf), on).map(({ quarter, loans, principal, curve }) =>
      discreet && isFew(rows.filter((row) => quarterOf(row.disbursed_on as Day) === quarter))
        ? { quarter, loans: null, principalFen: null, curve: null }
        : { quarter, loans, principalFen: principal.toString(), curve: curve as readonly number[] },
    ),
  };
}

export type VintagesShown = Awaited<ReturnType<typeof showVintages>>;

const isFew = (rows: readonly VintageRow[]): boolean => {
  const count = (of: readonly VintageRow[]) => of.reduce((n, row) => n + row.firms, 0);
  return isSmall(count(rows)) || isSmall(count(rows.filter((row) => row.met_on !== null)));
};

const groupOf = (row: VintageRow) => ({
  disbursedOn: row.disbursed_on as Day,
  metOn: row.met_on as Day | null,
  loans: row.loans,
  principal: fen(row.principal_fen),
});
