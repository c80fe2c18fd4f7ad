import { showDay, showFen } from '~/text/format.ts';
import { loanText } from '~/text/loan.ts';
import { servicingText } from '~/text/loan-servicing.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { TrendChart } from '~/ui/parts/chart/trend-chart.tsx';
import { DayText, Money } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type InstalmentRow = {
  readonly seq: number;
  /** `paid-ahead` and `carried` rows stand beside the instalments of the contract. */
  readonly kind: string;
  readonly dueOn: string;
  readonly principalFen: string;
  readonly interestFen: string;
  readonly state: 'paid' | 'part-paid' | 'overdue' | 'due';
};

type ScheduleProps = {
  readonly instalments: readonly InstalmentRow[];
  readonly principalFen: string;
  readonly disbursedOn: string;
};

const tones = { paid: 'good', 'part-paid': 'info', overdue: 'bad', due: 'mute' } as const;

/** The schedule as a falling balance and as a table with what became of each instalment. */
export function LoanSchedule({ instalments, principalFen, disbursedOn }: ScheduleProps) {
  const t = useText(loanText);
  const ts = useText(servicingText);
  const columns: Column<InstalmentRow>[] = [
    { key: 'seq', header: t('loan.seq'), cell: (i) => i.seq },
    { key: 'due', header: t('loan.due-on'), primary: true, cell: (i) => <DayText day={i.dueOn} /> },
    {
      key: 'principal',
      header: t('loan.due-principal'),
      align: 'end',
      cell: (i) => <Money fen={i.principalFen} />,
    },
    {
      key: 'interest',
      header: t('loan.due-interest'),
      align: 'end',
      cell: (i) => <Money fen={i.interestFen} />,
    },
    {
      key: 'total',
      header: t('loan.due-total'),
      align: 'end',
      cell: (i) => <Money fen={BigInt(i.principalFen) + BigInt(i.interestFen)} />,
    },
    {
      key: 'state',
      header: t('loan.due-state'),
      cell: (i) => (
        <span className="inline-flex flex-wrap gap-2">
          <Badge tone={tones[i.state]}>{t(`loan.instalment.${i.state}`)}</Badge>
          {i.kind === 'paid-ahead' || i.kind === 'carried' ? (
            <Badge tone="info">{ts(`servicing.row.${i.kind}`)}</Badge>
          ) : null}
        </span>
      ),
    },
  ];
  return (
    <Section title={t('loan.schedule')} lede={t('loan.schedule-about')}>
      <BalanceChart instalments={instalments} principalFen={principalFen} disbursedOn={disbursedOn} />
      <DataTable
        caption={t('loan.schedule')}
        captionHidden
        columns={columns}
        rows={instalments}
        rowKey={(i) => String(i.seq)}
      />
    </Section>
  );
}

function BalanceChart({ instalments, principalFen, disbursedOn }: ScheduleProps) {
  const t = useText(loanText);
  const locale = useLocale();
  const steps = [{ on: disbursedOn, balance: BigInt(principalFen) }];
  for (const { dueOn, principalFen: paid } of instalments)
    steps.push({ on: dueOn, balance: (steps.at(-1)?.balance ?? 0n) - BigInt(paid) });
  const points = steps.map((s) => ({
    label: showDay(s.on, locale),
    value: Number(s.balance / 100n),
    text: showFen(s.balance, locale, 'short'),
  }));
  const tick = (yuan: number) => showFen(BigInt(Math.round(yuan)) * 100n, locale, 'short');
  return (
    <TrendChart
      title={t('loan.schedule-chart')}
      description={t('loan.schedule-about')}
      points={points}
      tick={tick}
    />
  );
}
