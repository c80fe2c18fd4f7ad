import { addMonths, type Day } from '~/domain/kernel/day.ts';
import { fen } from '~/domain/kernel/money.ts';
import { isSmall } from '~/domain/kernel/small-numbers.ts';
import { type VintageMeasure, vintageMeasures, vintagesOf } from '~/domain/loan/vintage.ts';
import { quarterOf, quarterStart } from '~/domain/subsidy/quarter.ts';
import type { Actor } from '~/server/access/actor.ts';
import { readerOf, readsStatistics } from '~/server/access/statistics-reader.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  countVintageFirms,
  sumVintages,
  type VintageFirms,
  type VintageRow,
} from '~/server/overview/store-warning.ts';

const quartersShown = 8;

/** The first day of the earliest quarter that is drawn. */
const firstOf = (on: Day): Day => addMonths(quarterStart(quarterOf(on)), -3 * (quartersShown - 1));

/**
 * Vintage curves of the reader's loans of the last eight quarters as of a day. Who reads statistics only sees no curve of a quarter
 * in which fewer than five firms were lent to, have a loan that met the measure, or have none, or are all that sets it apart
 * from a curve by a measure before it.
 */
export async function showVintages(actor: Actor, on: Day, measure: VintageMeasure) {
  const period = { from: firstOf(on), on };
  const { rows, firms } = await withActor(readerOf(actor), async (tx) => ({
    rows: await sumVintages(tx, period, measure),
    firms: readsStatistics(actor) ? await countVintageFirms(tx, period) : [],
  }));
  const few = new Set(quartersTelling(firms, measure));
  return {
    on: on as string,
    measure,
    vintages: vintagesOf(rows.map(groupOf), on).map(({ quarter, loans, principal, curve }) =>
      few.has(quarter)
        ? { quarter, loans: null, principalFen: null, curve: null }
        : { quarter, loans, principalFen: principal.toString(), curve: curve as readonly number[] },
    ),
  };
}

const groupOf = (row: VintageRow) => ({
  disbursedOn: row.disbursed_on as Day,
  metOn: row.met_on as Day | null,
  loans: row.loans,
  principal: fen(row.principal_fen),
});

/** Quarters of which a curve by the measure would tell of fewer than five firms. */
function quartersTelling(rows: readonly VintageFirms[], measure: VintageMeasure): string[] {
  const quarters = [...new Set(rows.map(({ quarter }) => quarter))];
  return quarters.filter((quarter) => {
    const own = rows.filter((row) => row.quarter === quarter);
    const firms = (is: (row: VintageFirms) => boolean) =>
      own.filter(is).reduce((sum, row) => sum + row.firms, 0);
    const shown: VintageMeasure[] = [];
    for (const each of vintageMeasures) {
      const alone = [firms(() => true), firms((row) => row[each]), firms((row) => !row[each])];
      const apart = shown.flatMap((other) => [
        firms((row) => row[each] && !row[other]),
        firms((row) => !row[each] && row[other]),
      ]);
      if (![...alone, ...apart].some(isSmall)) shown.push(each);
    }
    return !shown.includes(measure);
  });
}
