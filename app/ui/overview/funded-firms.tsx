import { Download } from 'lucide-react';
import { loanText } from '~/text/loan.ts';
import { overviewText } from '~/text/overview.ts';
import { DeskCharts, type DeskChartsProps } from '~/ui/overview/desk-charts.tsx';
import { MetricFigure } from '~/ui/overview/metric-figure.tsx';
import { type OwnSubscription, Subscriptions } from '~/ui/overview/subscriptions.tsx';
import { GradeBadge, SeverityBadge } from '~/ui/parts/badge.tsx';
import { LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { Sparkline } from '~/ui/parts/chart/sparkline.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, FigureRow, Money } from '~/ui/parts/figures.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type FundedFirm = {
  readonly loanId: string;
  readonly name: string;
  readonly uscc: string | null;
  readonly region: string | null;
  readonly bank: string;
  readonly balanceFen: string;
  readonly maturityOn: string;
  readonly tier: string | null;
  readonly dpd: number | null;
  readonly grade: string | null;
  readonly points: readonly number[];
  readonly openAlerts: number;
  readonly overdueAnswers: number;
  readonly severity: 'red' | 'orange' | 'yellow' | null;
};

export type FundedFirmsProps = {
  readonly rows: readonly FundedFirm[];
  readonly sums: {
    readonly firms: number;
    readonly balanceFen: string;
    readonly red: number;
    readonly orange: number;
    readonly yellow: number;
  };
  readonly choices: {
    readonly regions: readonly { value: string; label: string }[];
    readonly sections: readonly { value: string; zh: string; en: string | null }[];
    readonly banks: readonly { value: string; zh: string; en: string }[];
  };
  /** Null on the pages after the first. */
  readonly charts: Omit<DeskChartsProps, 'query'> | null;
  readonly next: string | null;
  readonly query: Readonly<Record<string, string>>;
  readonly subscriptions: readonly OwnSubscription[];
  readonly subscribing: string;
  readonly reply: unknown;
};

/** The operator's desk of funded firms: figures, filters, worst first. */
export function FundedFirms(props: FundedFirmsProps) {
  const { rows, sums, choices, charts, next, query, subscriptions, subscribing, reply } = props;
  const t = useText(overviewText);
  const kept = new URLSearchParams(query);
  kept.delete('after');
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('funded.title')}
        lede={t('funded.lede')}
        actions={
          <LinkButton to={`/operator/funded.csv?${kept}`} variant="secondary" icon={Download} download>
            {t('funded.export')}
          </LinkButton>
        }
      />
      <FigureRow>
        <MetricFigure code="funded.firms" value={sums.firms} />
        <MetricFigure code="funded.balance" value={<Money fen={sums.balanceFen} style="short" />} />
        <MetricFigure code="funded.red" value={sums.red} />
        <MetricFigure code="funded.orange" value={sums.orange} />
        <MetricFigure code="funded.yellow" value={sums.yellow} />
      </FigureRow>
      <Filters choices={choices} query={query} />
      {charts ? <DeskCharts {...charts} query={query} /> : null}
      <FundedTable rows={rows} />
      <KeysetPager
        previous={query.after ? `?${kept}` : undefined}
        next={next ? `?${withAfter(kept, next)}` : undefined}
        shown={rows.length}
      />
      <Subscriptions subscriptions={subscriptions} query={subscribing} reply={reply} />
    </div>
  );
}

function withAfter(kept: URLSearchParams, after: string) {
  const query = new URLSearchParams(kept);
  query.set('after', after);
  return query;
}

function Filters({ choices, query }: Pick<FundedFirmsProps, 'choices' | 'query'>) {
  const t = useText(overviewText);
  const locale = useLocale();
  const inLocale = (c: { zh: string; en: string | null }) => (locale === 'en' ? (c.en ?? c.zh) : c.zh);
  const severities = (['red', 'orange', 'yellow', 'none'] as const).map((s) => ({
    value: s,
    label: t(`funded.severity.${s}`),
  }));
  const active = Object.entries(query).filter(([key, value]) => key !== 'after' && value).length;
  return (
    <FilterBar clearTo="/operator/funded" active={active}>
      <TextField name="text" label={t('funded.text')} defaultValue={query.text} width="md" />
      <SelectField
        name="region"
        label={t('funded.region')}
        options={choices.regions}
        empty={t('funded.all')}
        defaultValue={query.region}
      />
      <SelectField
        name="section"
        label={t('funded.industry')}
        options={choices.sections.map((s) => ({ value: s.value, label: inLocale(s) }))}
        empty={t('funded.all')}
        defaultValue={query.section}
      />
      <SelectField
        name="bank"
        label={t('funded.bank')}
        options={choices.banks.map((b) => ({ value: b.value, label: inLocale(b) }))}
        empty={t('funded.all')}
        defaultValue={query.bank}
      />
      <SelectField
        name="severity"
        label={t('funded.severity')}
        options={severities}
        empty={t('funded.all')}
        defaultValue={query.severity}
      />
    </FilterBar>
  );
}

const tiers = ['normal', 'special-mention', 'substandard', 'doubtful', 'loss'] as const;

function FundedTable({ rows }: { rows: readonly FundedFirm[] }) {
  const t = useText(overviewText);
  const loan = useText(loanText);
  const tierText = (row: FundedFirm) => {
    const tier = tiers.find((known) => known === row.tier);
    return [tier ? loan(`tier.${tier}`) : '—', row.dpd ? t('funded.dpd', row.dpd) : null]
      .filter(Boolean)
      .join(' · ');
  };
  const columns: Column<FundedFirm>[] = [
    {
      key: 'firm',
      header: t('funded.firm'),
      primary: true,
      cell: (row) => (
        <>
          <TextLink to={`/operator/funded/${row.loanId}`}>{row.name}</TextLink>
          <span className="num block text-xs text-ink-soft">
            {[row.uscc, row.region].filter(Boolean).join(' · ')}
          </span>
        </>
      ),
    },
    { key: 'bank', header: t('funded.bank'), cell: (row) => row.bank },
    {
      key: 'balance',
      header: t('funded.balance'),
      align: 'end',
      cell: (row) => <Money fen={row.balanceFen} style="short" />,
    },
    { key: 'class', header: t('funded.class'), cell: tierText },
    { key: 'score', header: t('funded.score'), cell: (row) => <ScoreTrend row={row} /> },
    { key: 'alerts', header: t('funded.alerts'), cell: (row) => <AlertCell row={row} /> },
    { key: 'maturity', header: t('funded.maturity'), cell: (row) => <DayText day={row.maturityOn} /> },
  ];
  const nothing = <EmptyState title={t('funded.empty')}>{t('funded.empty-next')}</EmptyState>;
  return (
    <DataTable
      caption={t('funded.caption')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.loanId}
      empty={nothing}
      cards={8}
    />
  );
}

const graded = ['A+', 'A', 'B', 'C', 'D'] as const;

function ScoreTrend({ row }: { row: FundedFirm }) {
  const t = useText(overviewText);
  return (
    <span className="flex items-center gap-2">
      <GradeBadge grade={graded.find((g) => g === row.grade) ?? null} size="sm" />
      {row.points.length > 1 ? <Sparkline values={[...row.points]} label={t('funded.score')} /> : null}
    </span>
  );
}

function AlertCell({ row }: { row: FundedFirm }) {
  const t = useText(overviewText);
  if (!row.severity) return t('funded.no-alert');
  return (
    <span className="flex flex-wrap items-center gap-2">
      <SeverityBadge severity={row.severity} />
      <span className="text-ink-soft">{t('funded.alert-count', row.openAlerts)}</span>
      {row.overdueAnswers > 0 ? (
        <span className="text-bad">{t('funded.overdue-answers', row.overdueAnswers)}</span>
      ) : null}
    </span>
  );
}
