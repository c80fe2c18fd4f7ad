import { ledgerText } from '~/text/ledger.ts';
import { CommandForm, useReply } from '~/ui/command-form.tsx';
import { Button } from '~/ui/parts/button.tsx';
import { ConfirmStep } from '~/ui/parts/confirm-step.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, InstantText, Money } from '~/ui/parts/figures.tsx';
import { HashChip } from '~/ui/parts/hash-chip.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useText } from '~/ui/text.ts';

export type PeriodEntry = {
  readonly endsOn: string;
  readonly transactions: number;
  readonly turnoverFen: string;
  readonly digest: string;
  readonly closedAt: string;
  readonly closedBy: string | null;
};

type PeriodsProps = {
  readonly periods: readonly PeriodEntry[];
  /** The last day that can be closed. */
  readonly lastOver: string;
};

/** Closed accounting periods, and the form that closes the next one. */
export function PeriodsSection({ periods, lastOver }: PeriodsProps) {
  const t = useText(ledgerText);
  const columns: Column<PeriodEntry>[] = [
    { key: 'ends', header: t('ledger.period.ends'), primary: true, cell: (p) => <DayText day={p.endsOn} /> },
    {
      key: 'transactions',
      header: t('ledger.period.transactions'),
      align: 'end',
      cell: (p) => p.transactions,
    },
    {
      key: 'turnover',
      header: t('ledger.period.turnover'),
      align: 'end',
      cell: (p) => <Money fen={p.turnoverFen} />,
    },
    { key: 'at', header: t('ledger.period.closed-at'), cell: (p) => <InstantText at={p.closedAt} /> },
    { key: 'by', header: t('ledger.period.closed-by'), cell: (p) => p.closedBy ?? '—' },
    {
      key: 'digest',
      header: t('ledger.period.digest'),
      cell: (p) => <HashChip value={p.digest} label={t('ledger.period.digest')} keep={6} />,
    },
  ];
  const nothing = <EmptyState title={t('ledger.periods-empty')}>{t('ledger.periods-empty-next')}</EmptyState>;
  return (
    <Section title={t('ledger.periods')}>
      <DataTable
        caption={t('ledger.periods')}
        captionHidden
        columns={columns}
        rows={periods}
        rowKey={(p) => p.endsOn}
        empty={nothing}
      />
      <CloseForm lastOver={lastOver} />
    </Section>
  );
}

function CloseForm({ lastOver }: Pick<PeriodsProps, 'lastOver'>) {
  const t = useText(ledgerText);
  return (
    <ConfirmStep
      ask={t('ledger.close.ask')}
      title={t('ledger.close.title')}
      tone="danger"
      open={useReply() !== null}
    >
      <p>{t('ledger.close.about')}</p>
      <CommandForm>
        <DateField name="endsOn" label={t('ledger.close.ends')} max={lastOver} required />
        <Button>{t('ledger.close.do')}</Button>
      </CommandForm>
    </ConfirmStep>
  );
}
