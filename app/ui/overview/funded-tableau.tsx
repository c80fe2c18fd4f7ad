import { deskChartText } from '~/text/desk-chart.ts';
import { useNames } from '~/ui/overview/desk-charts.tsx';
import { HeatTable, heatLevel } from '~/ui/parts/chart/heat-table.tsx';
import { useText } from '~/ui/text.ts';

type Shown = readonly (number | null)[];

export type TableauProps = {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  readonly cells: readonly Shown[];
  readonly rowTotals: Shown;
  readonly columnTotals: Shown;
  readonly total: number | null;
  readonly regionNames: Readonly<Record<string, string | null>>;
  readonly sectionNames: Readonly<Record<string, { readonly zh: string | null; readonly en: string | null }>>;
};

/** Firms with a live loan by industry and prefecture, with totals; small figures are kept back for who sees statistics only. */
export function FundedTableau({
  rows,
  columns,
  cells,
  rowTotals,
  columnTotals,
  total,
  ...names
}: TableauProps) {
  const t = useText(deskChartText);
  const nameOf = useNames(names);
  if (rows.length === 0) return null;
  const largest = Math.max(0, ...cells.flat().map((n) => n ?? 0));
  const cellOf = (n: number | null | undefined, isTotal: boolean) => ({
    level: isTotal ? (0 as const) : heatLevel(n ?? 0, largest),
    text: n === null || n === undefined ? t('chart.hidden') : String(n),
  });
  const hides = [...cells.flat(), ...rowTotals, ...columnTotals, total].some((n) => n === null);
  return (
    <div className="stack">
      <HeatTable
        caption={t('chart.statistics')}
        corner={t('chart.industry')}
        columns={[...columns.map(nameOf.region), t('chart.total')]}
        rows={[
          ...rows.map((section, at) => ({
            label: nameOf.section(section),
            cells: [...(cells[at] ?? []).map((n) => cellOf(n, false)), cellOf(rowTotals[at], true)],
          })),
          {
            label: t('chart.total'),
            cells: [...columnTotals.map((n) => cellOf(n, true)), cellOf(total, true)],
          },
        ]}
      />
      {hides ? <p className="measure text-sm text-ink-soft">{t('chart.hidden-about')}</p> : null}
    </div>
  );
}
