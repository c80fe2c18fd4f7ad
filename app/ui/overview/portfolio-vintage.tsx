import { bookText } from '~/text/loan-book.ts';
import { showPpm } from '~/ui/format.ts';
import { MetricFigure } from '~/ui/overview/metric-figure.tsx';
import { CurveChart } from '~/ui/parts/chart/curve-chart.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { FigureRow, Money, Rate } from '~/ui/parts/figures.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Vintage = {
  readonly quarter: string;
  readonly loans: number | null;
  readonly principalFen: string | null;
  readonly curve: readonly number[] | null;
};

export type VintageProps = {
  readonly measure: 'overdue-30' | 'overdue-90' | 'loss';
  readonly vintages: readonly Vintage[];
};

/** Cumulative share of what was lent in a quarter that went bad, by months on book, with the figures behind it. */
export function VintagePart({ measure, vintages }: VintageProps) {
  const t = useText(bookText);
  const locale = useLocale();
  if (vintages.length === 0)
    return <EmptyState title={t('book.vintage.empty')}>{t('book.period-next')}</EmptyState>;
  const drawn = vintages.flatMap(({ quarter, curve }) => (curve ? [{ label: quarter, values: curve }] : []));
  const newest = vintages.findLast(({ curve }) => curve !== null);
  return (
    <>
      {newest ? <Newest vintage={newest} measure={measure} /> : null}
      {drawn.length > 0 ? (
        <CurveChart
          title={`${t('book.vintage.chart')} · ${t(`book.vintage.${measure}`)}`}
          description={t('book.vintage.about')}
          across={t('book.vintage.month')}
          tick={(value) => showPpm(value, locale, 1)}
          curves={drawn}
        />
      ) : null}
      <Quarters vintages={vintages} />
    </>
  );
}

/** How the youngest quarter with a curve has done so far. */
function Newest({ vintage, measure }: { vintage: Vintage; measure: VintageProps['measure'] }) {
  const t = useText(bookText);
  const curve = vintage.curve ?? [];
  return (
    <FigureRow>
      <MetricFigure
        code="quality.vintage"
        label={`${t('book.vintage.latest')} · ${vintage.quarter}`}
        value={<Rate ppm={curve.at(-1) ?? 0} />}
        note={`${t(`book.vintage.${measure}`)} · ${t('book.vintage.month')} ${curve.length - 1}`}
      />
    </FigureRow>
  );
}

function Quarters({ vintages }: Pick<VintageProps, 'vintages'>) {
  const t = useText(bookText);
  const latest = ({ curve }: Vintage) => curve?.at(-1) ?? null;
  return (
    <DataTable
      caption={t('book.vintage.chart')}
      captionHidden
      rows={vintages}
      rowKey={(row) => row.quarter}
      columns={[
        { key: 'quarter', header: t('book.vintage.quarter'), primary: true, cell: (row) => row.quarter },
        {
          key: 'loans',
          header: t('book.count'),
          align: 'end',
          cell: (row) => row.loans ?? t('book.hidden'),
        },
        {
          key: 'principal',
          header: t('book.vintage.principal'),
          align: 'end',
          cell: (row) => (row.principalFen ? <Money fen={row.principalFen} style="short" /> : '—'),
        },
        {
          key: 'months',
          header: t('book.vintage.month'),
          align: 'end',
          cell: (row) => (row.curve ? row.curve.length - 1 : '—'),
        },
        {
          key: 'latest',
          header: t('book.vintage.latest'),
          align: 'end',
          cell: (row) => (latest(row) === null ? '—' : <Rate ppm={latest(row) ?? 0} />),
        },
      ]}
    />
  );
}
