import type { ReactNode } from 'react';
import { loanQualityText, wordBand } from '~/text/loan-quality.ts';
import { tierWord } from '~/text/tier-word.ts';
import { showCount, showDay, showFen, showPpm } from '~/ui/format.ts';
import { MetricFigure } from '~/ui/overview/metric-figure.tsx';
import { BarList } from '~/ui/parts/chart/bar-list.tsx';
import { TrendChart } from '~/ui/parts/chart/trend-chart.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { FigureRow, Money, Rate } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Count = { readonly loans: number; readonly balanceFen: string };

/** Null where so few debtors stand behind a figure that it would point at one. */
type Kept = { readonly loans: number | null; readonly balanceFen: string | null };

type Lender = {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly figures: null | {
    readonly total: Count;
    readonly nonPerforming: Kept;
    readonly nplPpm: number | null;
    readonly specialMentionPpm: number | null;
  };
};

export type QualityProps = {
  readonly total: Kept;
  readonly tiers: readonly ({ readonly tier: string } & Kept)[];
  readonly bands: readonly ({ readonly from: number; readonly to: number | null } & Kept)[];
  readonly nonPerforming: Kept;
  readonly nplPpm: number | null;
  readonly specialMentionPpm: number | null;
  readonly overdue90ToNplPpm: number | null;
  readonly periods: null | { readonly observed: number; readonly curing: number; readonly all: number };
  readonly trend: readonly {
    readonly on: string;
    readonly isEmpty: boolean;
    readonly nplPpm: number | null;
  }[];
  readonly lenders: readonly Lender[];
};

export type PartLink = (part: string, query?: Readonly<Record<string, string>>) => string;

type Props = QualityProps & {
  /** Where the loans behind a figure are; null for who reads statistics only. */
  readonly linkTo: PartLink | null;
};

/** Classes, arrears, watch periods and the non-performing ratio on a day, and over a year. */
export function QualitySummary(props: Props) {
  const { total, lenders } = props;
  const t = useText(loanQualityText);
  if (total.loans === 0) return <EmptyState title={t('quality.empty')}>{t('quality.empty-next')}</EmptyState>;
  return (
    <>
      <KeyFigures {...props} />
      <Tiers {...props} />
      <Bands {...props} />
      <Trend {...props} />
      {lenders.length > 1 ? <Lenders lenders={lenders} /> : null}
    </>
  );
}

function KeyFigures(props: Props) {
  const to = (part: string, query?: Readonly<Record<string, string>>) => props.linkTo?.(part, query);
  const t = useText(loanQualityText);
  const locale = useLocale();
  const count = (n: number) => t('quality.loans', showCount(n, locale));
  const { overdue90ToNplPpm, periods } = props;
  const rate = (ppm: number | null) => (ppm === null ? '—' : <Rate ppm={ppm} />);
  const bad = props.nonPerforming.balanceFen;
  return (
    <FigureRow>
      <MetricFigure
        code="quality.npl"
        to={to('loans', { end: 'non-performing' })}
        value={rate(props.nplPpm)}
        note={t('quality.npl-note')}
        size="lg"
      />
      <MetricFigure
        code="quality.npl-balance"
        to={to('loans', { end: 'non-performing' })}
        value={bad === null ? '—' : <Money fen={bad} style="short" />}
        note={props.nonPerforming.loans === null ? t('quality.hidden') : count(props.nonPerforming.loans)}
      />
      <MetricFigure
        code="quality.total"
        to={to('loans', { end: 'live' })}
        value={props.total.balanceFen === null ? '—' : <Money fen={props.total.balanceFen} style="short" />}
        note={props.total.loans === null ? t('quality.hidden') : count(props.total.loans)}
      />
      <MetricFigure
        code="quality.special"
        to={to('loans', { end: 'special-mention' })}
        value={rate(props.specialMentionPpm)}
      />
      <MetricFigure
        code="quality.overdue90"
        to={to('loans', { over: '90' })}
        value={rate(overdue90ToNplPpm)}
        note={
          props.nplPpm === null
            ? t('quality.hidden')
            : t(overdue90ToNplPpm === null ? 'quality.none-bad' : 'quality.overdue90-note')
        }
      />
      <MetricFigure
        code="quality.watch"
        to={to('loans', { periods: '1' })}
        value={periods?.all ?? '—'}
        note={
          periods
            ? t('quality.watch-value', showCount(periods.observed, locale), showCount(periods.curing, locale))
            : t('quality.hidden')
        }
      />
    </FigureRow>
  );
}

/** Money as a bar: its length in 万元 is exact enough to draw, its text is exact. */
const lengthOf = (fen: string): number => Number(BigInt(fen) / 100n);

function useBars() {
  const t = useText(loanQualityText);
  const locale = useLocale();
  return (label: string, { loans, balanceFen }: Kept, marked: boolean, to: string | undefined) => ({
    ...{ label, marked, to: loans ? to : undefined },
    value: balanceFen === null ? 0 : lengthOf(balanceFen),
    text: balanceFen === null ? t('quality.hidden') : showFen(balanceFen, locale, 'short'),
    note: loans === null ? undefined : t('quality.loans', showCount(loans, locale)),
  });
}

function Tiers({ tiers, linkTo }: Pick<Props, 'tiers' | 'linkTo'>) {
  const t = useText(loanQualityText);
  const locale = useLocale();
  const bar = useBars();
  return (
    <BarList
      title={t('quality.tiers')}
      description={t('quality.tiers-about')}
      bars={tiers.map((each, at) =>
        bar(tierWord(each.tier, locale), each, at >= 2, linkTo?.('loans', { end: each.tier })),
      )}
    />
  );
}

function Bands({ bands, linkTo }: Pick<Props, 'bands' | 'linkTo'>) {
  const t = useText(loanQualityText);
  const locale = useLocale();
  const bar = useBars();
  return (
    <BarList
      title={t('quality.bands')}
      description={t('quality.bands-about')}
      bars={bands.map((each, at) =>
        bar(wordBand(each, locale), each, each.from > 90, linkTo?.('loans', { band: String(at) })),
      )}
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
      points={trend.map(({ on, isEmpty, nplPpm }) => ({
        label: showDay(on, locale, 'short', 'month'),
        value: isEmpty ? null : nplPpm,
        text: isEmpty ? undefined : nplPpm === null ? t('quality.hidden') : showPpm(nplPpm, locale, 2),
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
            cell: (row) =>
              figure(row, ({ nonPerforming: { balanceFen } }) =>
                balanceFen === null ? t('quality.hidden') : <Money fen={balanceFen} style="short" />,
              ),
          },
          {
            key: 'npl',
            header: t('quality.npl'),
            align: 'end',
            cell: (row) => figure(row, (f) => (f.nplPpm === null ? '—' : <Rate ppm={f.nplPpm} />)),
          },
          {
            key: 'special',
            header: t('quality.special'),
            align: 'end',
            cell: (row) =>
              figure(row, (f) => (f.specialMentionPpm === null ? '—' : <Rate ppm={f.specialMentionPpm} />)),
          },
        ]}
      />
    </Section>
  );
}
