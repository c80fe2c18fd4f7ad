import { placesOf } from '~/domain/overview/region-grid.ts';
import { deskChartText } from '~/text/desk-chart.ts';
import { metricText } from '~/text/metric.ts';
import { overviewText } from '~/text/overview.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { HeatTable, heatLevel } from '~/ui/parts/chart/heat-table.tsx';
import { severityInks } from '~/ui/parts/chart/severity-inks.ts';
import { StackedBar } from '~/ui/parts/chart/stacked-bar.tsx';
import { TileMap } from '~/ui/parts/chart/tile-map.tsx';
import { useNamed, useText } from '~/ui/text.ts';

type Months = readonly {
  readonly month: string;
  readonly red: number;
  readonly orange: number;
  readonly yellow: number;
}[];

type Names = {
  readonly regionNames: Readonly<Record<string, string | null>>;
  readonly sectionNames: Readonly<Record<string, { readonly zh: string | null; readonly en: string | null }>>;
};

export type DeskChartsProps = {
  readonly regions: readonly {
    readonly code: string;
    readonly name: string | null;
    readonly loans: number;
    readonly red: number;
    readonly orange: number;
  }[];
  readonly heat: {
    readonly rows: readonly string[];
    readonly columns: readonly string[];
    readonly counts: readonly (readonly number[])[];
  } & Names;
  readonly months: Months;
  /** The filters of the list, kept by every link. */
  readonly query: Readonly<Record<string, string>>;
};

/** The list under these filters, with some more; nothing to open where a firm has no code. */
function listAt(query: Readonly<Record<string, string>>, more: Readonly<Record<string, string>>) {
  if (Object.values(more).some((code) => code === '')) return undefined;
  const { after: _, ...kept } = query;
  return `/operator/funded?${new URLSearchParams({ ...kept, ...more })}`;
}

/** Map, industries and alerts above the list of funded firms. */
export function DeskCharts({ regions, heat, months, query }: DeskChartsProps) {
  return (
    <>
      <div className="grid gap-8 lg:grid-cols-[minmax(0,1fr)_minmax(0,2fr)]">
        <RegionMap regions={regions} query={query} />
        <IndustryHeat heat={heat} query={query} />
      </div>
      <AlertTrend months={months} />
    </>
  );
}

function RegionMap({ regions, query }: Pick<DeskChartsProps, 'regions' | 'query'>) {
  const t = useText(deskChartText);
  const metric = useText(metricText);
  const places = placesOf(regions.map(({ code }) => code));
  const largest = Math.max(0, ...regions.map(({ loans }) => loans));
  const tiles = regions.map((region, at) => ({
    key: region.code,
    name: region.name ?? t('chart.nowhere'),
    text: t('chart.loans', region.loans),
    level: heatLevel(region.loans, largest),
    column: places[at]?.column ?? 0,
    row: places[at]?.row ?? 0,
    to: listAt(query, { region: region.code }),
  }));
  const table = {
    head: [t('chart.region'), t('chart.loans-head'), t('chart.red'), t('chart.orange')],
    rows: regions.map((region, at) => [
      tiles[at]?.to ? <TextLink to={tiles[at]?.to ?? ''}>{tiles[at]?.name}</TextLink> : tiles[at]?.name,
      region.loans,
      region.red,
      region.orange,
    ]),
  };
  return (
    <TileMap
      title={metric('metric.funded.by-region')}
      description={t('chart.region-about')}
      tiles={tiles}
      table={table}
    />
  );
}

function IndustryHeat({ heat, query }: Pick<DeskChartsProps, 'heat' | 'query'>) {
  const t = useText(deskChartText);
  const metric = useText(metricText);
  const nameOf = useNames(heat);
  const largest = Math.max(0, ...heat.counts.flat());
  return (
    <HeatTable
      caption={metric('metric.funded.by-industry')}
      corner={t('chart.industry')}
      columns={heat.columns.map(nameOf.region)}
      rows={heat.rows.map((section, row) => ({
        label: nameOf.section(section),
        cells: heat.columns.map((region, column) => {
          const n = heat.counts[row]?.[column] ?? 0;
          return {
            level: heatLevel(n, largest),
            text: String(n),
            to: n > 0 ? listAt(query, { region, section }) : undefined,
          };
        }),
      }))}
    />
  );
}

/** What a prefecture and a section are called. */
export function useNames({ regionNames, sectionNames }: Names) {
  const t = useText(deskChartText);
  const named = useNamed();
  return {
    region: (code: string) => regionNames[code] ?? t('chart.nowhere'),
    section: (code: string) => {
      const { zh, en } = sectionNames[code] ?? { zh: null, en: null };
      return zh ? `${code} ${named({ zh, en })}` : t('chart.no-industry');
    },
  };
}

const severities = ['red', 'orange', 'yellow'] as const;
function AlertTrend({ months }: { months: Months }) {
  const t = useText(deskChartText);
  const words = useText(overviewText);
  const metric = useText(metricText);
  const largest = Math.max(0, ...months.flatMap((m) => severities.map((severity) => m[severity])));
  return (
    <div className="stack">
      <StackedBar
        title={metric('metric.alert.raised')}
        description={t('chart.trend-about')}
        series={severities.map((severity) => words(`funded.severity.${severity}`))}
        rowName={t('chart.month')}
        inks={severityInks}
        sized
        rows={months.slice(-6).map((m) => ({
          label: m.month,
          values: severities.map((severity) => m[severity]),
          texts: severities.map((severity) => String(m[severity])),
        }))}
      />
      <HeatTable
        caption={t('chart.trend-records')}
        corner={t('chart.severity')}
        columns={months.map(({ month }) => month)}
        rows={severities.map((severity) => ({
          label: words(`funded.severity.${severity}`),
          cells: months.map((m) => ({
            level: heatLevel(m[severity], largest),
            text: String(m[severity]),
            to:
              m[severity] > 0
                ? `/operator/alerts?state=all&severity=${severity}&month=${m.month}`
                : undefined,
          })),
        }))}
      />
    </div>
  );
}
