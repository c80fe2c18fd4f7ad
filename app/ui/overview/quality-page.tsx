import { Download } from 'lucide-react';
import type { ReactNode } from 'react';
import { loanQualityText, wordBand } from '~/text/loan-quality.ts';
import { tierWord } from '~/text/tier-word.ts';
import { showCount, showDay, showFen, showPpm } from '~/ui/format.ts';
import { LinkButton } from '~/ui/parts/button.tsx';
import { BarList } from '~/ui/parts/chart/bar-list.tsx';
import { TrendChart } from '~/ui/parts/chart/trend-chart.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Figure, FigureRow, Money, Rate } from '~/ui/parts/figures.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Count = { readonly loans: number; readonly balanceFen: string };

type Lender = {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly figures: null | {
    readonly total: Count;
    readonly nonPerforming: Count;
    readonly nplPpm: number;
    readonly specialMentionPpm: number;
  };
};

export type QualityProps = {
  readonly on: string;
  readonly today: string;
  readonly base: string;
  readonly total: Count;
  readonly tiers: readonly ({ readonly tier: string } & Count)[];
  readonly bands: readonly ({ readonly from: number; readonly to: number | null } & Count)[];
  readonly nonPerforming: Count;
  readonly nplPpm: number;
  readonly specialMentionPpm: number;
  readonly overdue90ToNplPpm: number | null;
  readonly observed: number;
  readonly curing: number;
  readonly trend: readonly { readonly on: string; readonly loans: number; readonly nplPpm: number }[];
  readonly lenders: readonly Lender[];
};

/** Classes, arrears, watch periods and the non-performing ratio on a day, and over a year. */
export function QualityPage(props: QualityProps) {
  const { on, today, base, total, lenders } = props;
  const t = useText(loanQualityText);
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('quality.title')}
        lede={t('quality.lede', on)}
        actions={
          <LinkButton to={`${base}.csv?on=${on}`} download icon={Download} variant="secondary">
            {t('quality.csv')}
          </LinkButton>
        }
      />
      <FilterBar values={{ on }} clearTo={base} active={on === today ? 0 : 1}>
        <DateField name="on" label={t('quality.on')} max={today} />
      </FilterBar>
      {total.loans === 0 ? (
        <EmptyState title={t('quality.empty')}>{t('quality.empty-next')}</EmptyState>
      ) : (
        <>
          <KeyFigures {...props} />
          <Tiers {...props} />
          <Bands {...props} />
          <Trend {...props} />
          {lenders.length > 1 ? <Lenders lenders={lenders} /> : null}
        </>
      )}
    </div>
  );
}

function KeyFigures(props: QualityProps) {
  const t = useText(loanQualityText);
  const locale = useLocale();
  const count = (n: number) => t('quality.loans', showCount(n, locale));
  const { overdue90ToNplPpm } = props;
  return (
    <FigureRow>
      <Figure
        label={t('quality.npl')}
        value={<Rate ppm={props.nplPpm} />}
        note={t('quality.npl-note')}
        size="lg"
      />
      <Figure
        label={t('quality.npl-balance')}
        value={<Money fen={props.nonPerforming.balanceFen} style="short" />}
        note={count(props.nonPerforming.loans)}
      />
      <Figure
        label={t('quality.total')}
        value={<Money fen={props.total.balanceFen} style="short" />}
        note={count(props.total.loans)}
      />
      <Figure label={t('quality.special')} value={<Rate ppm={props.specialMentionPpm} />} />
      <Figure
        label={t('quality.overdue90')}
        value={overdue90ToNplPpm === null ? '—' : <Rate ppm={overdue90ToNplPpm} />}
        note={overdue90ToNplPpm === null ? t('quality.none-bad') : t('quality.overdue90-note')}
      />
      <Figure
        label={t('quality.watch')}
        value={props.observed + props.curing}
        note={t('quality.watch-value', showCount(props.observed, locale), showCount(props.curing, locale))}
      />
    </FigureRow>
  );
}

/** Money as a bar: its length in 万元 is exact enough to draw, its text is exact. */
const lengthOf = (fen: string): number => Number(BigInt(fen) / 100n);

function useBars() {
  const t = useText(loanQualityText);
  const locale = useLocale();
  return (label: string, { loans, balanceFen }: Count, marked = false) => ({
    label,
    value: lengthOf(balanceFen),
    text: showFen(balanceFen, locale, 'short'),
    note: t('quality.loans', showCount(loans, locale)),
    marked,
  });
}

function Tiers({ tiers }: Pick<QualityProps, 'tiers'>) {
  const t = useText(loanQualityText);
  const locale = useLocale();
  const bar = useBars();
  return (
    <BarList
      title={t('quality.tiers')}
      description={t('quality.tiers-about')}
      bars={tiers.map((each, at) => bar(tierWord(each.tier, locale), each, at >= 2))}
    />
  );
}

function Bands({ bands }: Pick<QualityProps, 'bands'>) {
  const t = useText(loanQualityText);
  const locale = useLocale();
  const bar = useBars();
  return (
    <BarList
      title={t('quality.bands')}
      description={t('quality.bands-about')}
      bars={bands.map((each) => bar(wordBand(each, locale), each, each.from > 90))}
    />
  );
}

function Trend({ trend }: Pick<QualityProps, 'trend'>) {
  const t = useText(loanQualityText);
  const locale = useLocale();
  return (
    <TrendChart
      title={t('quality.trend')}
      description={t('quality.trend-about')}
      tick={(value) => showPpm(value, locale, 1)}
      points={trend.map(({ on, loans, nplPpm }) => ({
        label: showDay(on, locale, 'short', 'month'),
        value: loans === 0 ? null : nplPpm,
        text: showPpm(nplPpm, locale, 2),
      }))}
    />
  );
}

function Lenders({ lenders }: { lenders: readonly Lender[] }) {
  const t = useText(loanQualityText);
  const locale = useLocale();
  const figure = (row: Lender, of: (figures: NonNullable<Lender['figures']>) => ReactNode) =>
    row.figures ? of(row.figures) : t('quality.hidden');
  return (
    <Section title={t('quality.lenders')} lede={t('quality.lenders-about')}>
      <DataTable
        caption={t('quality.lenders')}
        captionHidden
        rows={lenders}
        rowKey={(row) => row.code}
        columns={[
          {
            key: 'bank',
            header: t('quality.bank'),
            primary: true,
            cell: (row) => (locale === 'en' ? row.nameEn : row.nameZh),
          },
          {
            key: 'loans',
            header: t('quality.count'),
            align: 'end',
            cell: (row) => figure(row, (f) => f.total.loans),
          },
          {
            key: 'balance',
            header: t('quality.balance'),
            align: 'end',
            cell: (row) => figure(row, (f) => <Money fen={f.total.balanceFen} style="short" />),
          },
          {
            key: 'bad',
            header: t('quality.npl-balance'),
            align: 'end',
            cell: (row) => figure(row, (f) => <Money fen={f.nonPerforming.balanceFen} style="short" />),
          },
          {
            key: 'npl',
            header: t('quality.npl'),
            align: 'end',
            cell: (row) => figure(row, (f) => <Rate ppm={f.nplPpm} />),
          },
          {
            key: 'special',
            header: t('quality.special'),
            align: 'end',
            cell: (row) => figure(row, (f) => <Rate ppm={f.specialMentionPpm} />),
          },
        ]}
      />
    </Section>
  );
}
