import { loanText } from '~/text/loan.ts';
import { servicingText } from '~/text/loan-servicing.ts';
import { showDay, showFen } from '~/ui/format.ts';
import { TierBadge } from '~/ui/loan/tier-badge.tsx';
import { TrendChart } from '~/ui/parts/chart/trend-chart.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type HistoryData = {
  readonly balances: readonly { readonly on: string; readonly fen: string }[];
  readonly dpdHistory: readonly { readonly on: string; readonly dpd: number }[];
  readonly classes: readonly {
    readonly on: string;
    readonly tier: string;
    readonly because: readonly string[];
  }[];
};

const reasons = [
  'overdue',
  'misused',
  'borrowed-to-repay',
  'under-observation',
  'curing',
  'debtor-rule',
  'cross-bank',
] as const;

/** How the loan went so far: balance, days past due, changes of class. */
export function LoanHistory({ balances, dpdHistory, classes }: HistoryData) {
  const t = useText(servicingText);
  return (
    <Section title={t('servicing.history')} lede={t('servicing.history-about')}>
      <div className="grid gap-6 lg:grid-cols-2">
        <BalanceLine balances={balances} />
        <DpdLine dpdHistory={dpdHistory} />
      </div>
      {classes.length > 0 ? <Classes classes={classes} /> : null}
    </Section>
  );
}

function BalanceLine({ balances }: Pick<HistoryData, 'balances'>) {
  const t = useText(servicingText);
  const locale = useLocale();
  return (
    <TrendChart
      title={t('servicing.balance-chart')}
      description={t('servicing.balance-about')}
      points={balances.map((p) => ({
        label: showDay(p.on, locale),
        value: Number(BigInt(p.fen) / 100n),
        text: showFen(p.fen, locale, 'short'),
      }))}
      tick={(yuan) => showFen(BigInt(Math.round(yuan)) * 100n, locale, 'short')}
    />
  );
}

function DpdLine({ dpdHistory }: Pick<HistoryData, 'dpdHistory'>) {
  const t = useText(servicingText);
  const locale = useLocale();
  return (
    <TrendChart
      title={t('servicing.dpd-chart')}
      description={t('servicing.dpd-about')}
      domain={[0, Math.max(10, ...dpdHistory.map((p) => p.dpd))]}
      points={dpdHistory.map((p) => ({
        label: showDay(p.on, locale),
        value: p.dpd,
        text: t('servicing.days', p.dpd),
      }))}
      tick={(days) => t('servicing.days', Math.round(days))}
    />
  );
}

function Classes({ classes }: Pick<HistoryData, 'classes'>) {
  const t = useText(servicingText);
  const tl = useText(loanText);
  const columns: Column<HistoryData['classes'][number]>[] = [
    { key: 'on', header: t('servicing.class-since'), primary: true, cell: (c) => <DayText day={c.on} /> },
    { key: 'tier', header: tl('loan.class'), cell: (c) => <TierBadge tier={c.tier} dpd={null} /> },
    {
      key: 'why',
      header: t('servicing.class-why'),
      cell: (c) =>
        reasons
          .filter((r) => c.because.includes(r))
          .map((r) => t(`servicing.why.${r}`))
          .join(' · ') || '—',
    },
  ];
  return (
    <DataTable
      caption={t('servicing.class-history')}
      columns={columns}
      rows={classes.toReversed()}
      rowKey={(c) => c.on}
    />
  );
}
