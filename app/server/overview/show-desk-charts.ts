import { type Day, startOf } from '~/domain/kernel/day.ts';
import { suppressTable } from '~/domain/kernel/small-numbers.ts';
import { heatOf, monthsUpTo } from '~/domain/overview/heat.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { dayFor, readsStatistics } from '~/server/access/statistics-reader.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { FundedFilter } from '~/server/overview/list-funded-firms.ts';
import { countRaised, countTiles, type TileRow } from '~/server/overview/store-desk-charts.ts';

const monthsShown = 12;
/** Firms without a division or an industry stand under these. */
const nowhere = '';

/**
 * The charts above the funded-firm desk: prefectures and industries by prefecture over the filter of its list, and all alerts by month,
 * those about loans that are repaid, too, as the register lists them.
 */
export async function showDeskCharts(tx: Tx, filter: FundedFilter) {
  const tiles = await countTiles(tx, filter);
  const months = monthsUpTo(clock.today().slice(0, 7), monthsShown);
  const raised = await countRaised(tx, startOf(`${months[0]}-01` as Day));
  return {
    regions: regionsOf(tiles),
    heat: { ...heatOf(tiles.map(countOf)), ...namesOf(tiles) },
    months: months.map((month) => ({ month, ...severitiesOf(raised.filter((row) => row.month === month)) })),
  };
}
export type DeskCharts = Awaited<ReturnType<typeof showDeskCharts>>;

const countOf = ({ region, section, loans }: TileRow) => ({
  row: section ?? nowhere,
  column: region ?? nowhere,
  n: loans,
});

function regionsOf(tiles: readonly TileRow[]) {
  const codes = [...new Set(tiles.map(({ region }) => region ?? nowhere))].sort();
  return codes.map((code) => {
    const own = tiles.filter(({ region }) => (region ?? nowhere) === code);
    const sum = (of: 'loans' | 'red' | 'orange') => own.reduce((all, row) => all + row[of], 0);
    return {
      code,
      name: own[0]?.region_name ?? null,
      loans: sum('loans'),
      red: sum('red'),
      orange: sum('orange'),
    };
  });
}

/** What the rows and columns are called, by code. */
function namesOf(tiles: readonly TileRow[]) {
  return {
    regionNames: Object.fromEntries(tiles.map((row) => [row.region ?? nowhere, row.region_name])),
    sectionNames: Object.fromEntries(
      tiles.map((row) => [row.section ?? nowhere, { zh: row.section_zh, en: row.section_en }]),
    ),
  };
}

const severitiesOf = (rows: readonly { severity: string; alerts: number }[]) => {
  const of = (severity: string) => rows.find((row) => row.severity === severity)?.alerts ?? 0;
  return { red: of('red'), orange: of('orange'), yellow: of('yellow') };
};

/**
 * Funded firms by industry and prefecture as statistics: of no cell, and of no total beside it, can fewer than five firms be told
 * (O2), and they are of closed months, for readers who may not see the firms.
 */
export async function showFundedStatistics(actor: Actor) {
  const over = readsStatistics(actor) ? dayFor(actor, clock.today()) : { now: clock.now() };
  const tiles = await withActor(system('statistics'), (tx) => countTiles(tx, over));
  const heat = heatOf(tiles.map((row) => ({ ...countOf(row), n: row.firms })));
  const shown = suppressTable(heat.counts);
  const exact = {
    cells: heat.counts,
    rowTotals: heat.counts.map((row) => row.reduce((sum, n) => sum + n, 0)),
    columnTotals: heat.columns.map((_, at) => heat.counts.reduce((sum, row) => sum + (row[at] ?? 0), 0)),
    total: heat.counts.flat().reduce((sum, n) => sum + n, 0),
  };
  return {
    rows: heat.rows,
    columns: heat.columns,
    ...namesOf(tiles),
    ...(readsStatistics(actor) ? shown : exact),
  };
}
export type FundedStatistics = Awaited<ReturnType<typeof showFundedStatistics>>;
