import { signalBacktestText } from '~/text/signal-backtest.ts';
import { CommandForm } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { Button, TextLink } from '~/ui/parts/button.tsx';
import { DateField } from '~/ui/parts/date-field.tsx';
import { DayText, InstantText } from '~/ui/parts/figures.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useText } from '~/ui/text.ts';

export type BacktestOrderProps = {
  readonly order: { readonly from: string; readonly to: string; readonly graceMonths: number };
  readonly tests: readonly {
    readonly id: string;
    readonly from: string;
    readonly to: string;
    readonly state: 'ordered' | 'running' | 'done' | 'failed';
    readonly isCurrent: boolean;
    readonly orderedBy: string | null;
    readonly orderedAt: string;
  }[];
  readonly isOpen: boolean;
};

/** Orders a back-test of a draft, and lists those that were made. */
export function BacktestOrder({ order, tests, isOpen }: BacktestOrderProps) {
  const t = useText(signalBacktestText);
  return (
    <Section title={t('backtest.title')} lede={t('backtest.lede')}>
      {isOpen ? <OrderForm order={order} /> : null}
      {tests.length === 0 ? <p className="text-ink-soft">{t('backtest.none')}</p> : <Tests tests={tests} />}
    </Section>
  );
}

/** The tone of a state of a back-test. */
export const toneOf = (state: 'ordered' | 'running' | 'done' | 'failed') =>
  state === 'done' ? 'good' : state === 'failed' ? 'bad' : 'info';

const graces = ['1', '3', '6', '12'];

function OrderForm({ order }: Pick<BacktestOrderProps, 'order'>) {
  const t = useText(signalBacktestText);
  return (
    <CommandForm intent="backtest">
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <DateField name="from" label={t('backtest.from')} defaultValue={order.from} required />
        <DateField name="to" label={t('backtest.to')} defaultValue={order.to} required />
        <SelectField
          name="graceMonths"
          label={t('backtest.grace')}
          hint={t('backtest.grace-hint')}
          options={graces.map((value) => ({ value, label: t('backtest.months', Number(value)) }))}
          defaultValue={String(order.graceMonths)}
        />
      </div>
      <div>
        <Button type="submit" variant="secondary">
          {t('backtest.start')}
        </Button>
      </div>
    </CommandForm>
  );
}

function Tests({ tests }: Pick<BacktestOrderProps, 'tests'>) {
  const t = useText(signalBacktestText);
  return (
    <DataTable
      caption={t('backtest.done-list')}
      rows={tests}
      rowKey={(row) => row.id}
      columns={[
        {
          key: 'period',
          header: t('backtest.period'),
          primary: true,
          cell: (row) => (
            <TextLink to={`/operator/signal-backtests/${row.id}`}>
              <DayText day={row.from} /> – <DayText day={row.to} />
            </TextLink>
          ),
        },
        {
          key: 'state',
          header: t('backtest.state'),
          cell: (row) => <Badge tone={toneOf(row.state)}>{t(`backtest.state.${row.state}`)}</Badge>,
        },
        {
          key: 'counts',
          header: t('backtest.counts'),
          cell: (row) => t(row.isCurrent ? 'backtest.counts.yes' : 'backtest.counts.no'),
        },
        {
          key: 'ordered',
          header: t('backtest.ordered-by'),
          cell: (row) => (
            <>
              {row.orderedBy} <InstantText at={row.orderedAt} />
            </>
          ),
        },
      ]}
    />
  );
}
