import { bookText } from '~/text/loan-book.ts';
import { familyWord } from '~/text/loan-book-rows.ts';
import { MetricFigure } from '~/ui/overview/metric-figure.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { FigureRow, Rate } from '~/ui/parts/figures.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Lead = {
  readonly loans: number | null;
  readonly warned: number | null;
  readonly warnedPpm: number | null;
  readonly days: null | { readonly lower: number; readonly median: number; readonly upper: number };
};

type Outcome = 'overdue-30' | 'overdue-60' | 'overdue-90' | 'non-performing' | 'written-off';

export type LeadProps = {
  readonly outcomes: readonly {
    readonly outcome: Outcome;
    /** Null where too few loans stand behind it. */
    readonly all: Lead | null;
    readonly families: readonly ({ readonly family: string } & Lead)[];
  }[];
};

type Row = { readonly key: string; readonly outcome: Outcome; readonly family: string | null } & Lead;

const hidden = { loans: null, warned: null, warnedPpm: null, days: null };

/** How far ahead of trouble alerts came: over all signals, then by family. */
export function LeadPart({ outcomes }: LeadProps) {
  const t = useText(bookText);
  const locale = useLocale();
  const rows = outcomes
    .filter(({ all }) => all?.loans !== 0)
    .flatMap(({ outcome, all, families }): Row[] => [
      { key: outcome, outcome, family: null, ...(all ?? hidden) },
      ...families.map((lead) => ({ key: `${outcome}-${lead.family}`, outcome, ...lead })),
    ]);
  const columns: Column<Row>[] = [
    {
      key: 'outcome',
      header: t('book.lead.outcome'),
      primary: true,
      cell: (row) => t(`book.lead.${row.outcome}`),
    },
    {
      key: 'family',
      header: t('book.lead.family'),
      cell: (row) => (row.family ? familyWord(row.family, locale) : <strong>{t('book.lead.all')}</strong>),
    },
    {
      key: 'loans',
      header: t('book.lead.loans'),
      align: 'end',
      cell: (row) => row.loans ?? t('book.hidden'),
    },
    {
      key: 'warned',
      header: t('book.lead.warned'),
      align: 'end',
      cell: (row) =>
        row.warned === null ? (
          '—'
        ) : (
          <>
            {row.warned} · <Rate ppm={row.warnedPpm ?? 0} decimals={1} />
          </>
        ),
    },
    {
      key: 'median',
      header: t('book.lead.median'),
      align: 'end',
      cell: (row) => row.days?.median ?? '—',
    },
    {
      key: 'quartiles',
      header: t('book.lead.quartiles'),
      align: 'end',
      cell: (row) => (row.days ? t('book.lead.days', row.days.lower, row.days.upper) : '—'),
    },
  ];
  const told = outcomes.filter(({ all }) => all?.days);
  return (
    <>
      <FigureRow>
        {told.map(({ outcome, all }) => (
          <MetricFigure
            key={outcome}
            code="quality.lead"
            label={`${t('book.lead.median')} · ${t(`book.lead.${outcome}`)}`}
            value={all?.days?.median ?? '—'}
          />
        ))}
      </FigureRow>
      <p className="measure text-ink-soft">{t('book.lead.lede')}</p>
      <DataTable
        caption={t('book.part.lead')}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.key}
        empty={<EmptyState title={t('book.lead.empty')}>{t('book.period-next')}</EmptyState>}
      />
    </>
  );
}
