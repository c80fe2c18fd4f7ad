import type { Precision, VersionFigures } from '~/domain/monitoring/library/backtest-figures.ts';
import { partsText } from '~/text/parts.ts';
import { signalBacktestText } from '~/text/signal-backtest.ts';
import { showPpm } from '~/ui/format.ts';
import type { BacktestResultShown } from '~/ui/monitoring/backtest-page.tsx';
import { severityInks } from '~/ui/parts/chart/severity-inks.ts';
import { StackedBar } from '~/ui/parts/chart/stacked-bar.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

const severities = ['red', 'orange', 'yellow'] as const;
const outcomes = ['overdue30', 'overdue90', 'worse', 'confirmed', 'within'] as const;

/** Both versions side by side, and their alerts month by month. */
export function BacktestFigures({ result }: { result: BacktestResultShown }) {
  const t = useText(signalBacktestText);
  return (
    <>
      <Section title={t('backtest.figures')}>
        <Compared result={result} />
      </Section>
      <ByMonth result={result} />
    </>
  );
}

type Row = { readonly key: string; readonly name: string; of(figures: VersionFigures): string };

function Compared({ result }: { result: BacktestResultShown }) {
  const t = useText(signalBacktestText);
  const locale = useLocale();
  const share = ({ ripe, ...counts }: Precision, outcome: (typeof outcomes)[number]) =>
    ripe === 0
      ? t('backtest.unknown')
      : t(
          'backtest.share',
          counts[outcome],
          ripe,
          showPpm(Math.round((counts[outcome] * 1_000_000) / ripe), locale, 0),
        );
  const rows: Row[] = [
    { key: 'alerts', name: t('backtest.alerts'), of: ({ alerts }) => String(alerts) },
    { key: 'firms', name: t('backtest.firms'), of: ({ firms }) => String(firms) },
    { key: 'ripe', name: t('backtest.ripe'), of: ({ precision }) => String(precision.ripe) },
    { key: 'recent', name: t('backtest.too-recent'), of: ({ precision }) => String(precision.tooRecent) },
    ...outcomes.map((outcome) => ({
      key: outcome,
      name: t(`backtest.${outcome}`),
      of: ({ precision }: VersionFigures) => share(precision, outcome),
    })),
    {
      key: 'lead',
      name: t('backtest.lead'),
      of: ({ precision: { leadDays } }) =>
        leadDays === null ? t('backtest.unknown') : t('backtest.days', leadDays),
    },
  ];
  const { before, after } = result;
  return (
    <DataTable
      caption={t('backtest.figures')}
      captionHidden
      rows={rows}
      rowKey={(row) => row.key}
      columns={[
        { key: 'figure', header: t('backtest.figure'), primary: true, cell: (row) => row.name },
        {
          key: 'before',
          header: t('backtest.before'),
          align: 'end',
          cell: (row) => (before ? row.of(before) : t('backtest.unknown')),
        },
        { key: 'after', header: t('backtest.after'), align: 'end', cell: (row) => row.of(after) },
      ]}
    />
  );
}

function ByMonth({ result: { before, after } }: { result: BacktestResultShown }) {
  const t = useText(signalBacktestText);
  const parts = useText(partsText);
  const sum = (month: VersionFigures['months'][number] | undefined) =>
    month ? severities.reduce((total, severity) => total + month[severity], 0) : 0;
  return (
    <StackedBar
      title={t('backtest.by-month')}
      description={t('backtest.by-month-about')}
      series={severities.map((severity) => parts(`parts.severity-${severity}`))}
      inks={severityInks}
      sized
      rowName={t('backtest.month')}
      rows={after.months.map((month, at) => ({
        label: before ? `${month.month} (${sum(before.months[at])})` : month.month,
        values: severities.map((severity) => month[severity]),
        texts: severities.map((severity) => String(month[severity])),
      }))}
    />
  );
}
