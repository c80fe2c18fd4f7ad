import type { ReturnFigures, ReturnLine } from '~/domain/monitoring/month-return.ts';
import { wordSignal } from '~/text/monitoring.ts';
import { returnText } from '~/text/month-return.ts';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Money } from '~/ui/parts/figures.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type ReturnTablesProps = {
  readonly lines: readonly ReturnLine[];
  readonly total: ReturnFigures;
  readonly signals: readonly {
    readonly code: string;
    readonly raised: number;
    readonly closed: number;
    readonly right: number;
  }[];
};

const bad = ({ tiers }: ReturnFigures): number => tiers.substandard + tiers.doubtful + tiers.loss;
const raised = ({ raised: r }: ReturnFigures): string => `${r.yellow} / ${r.orange} / ${r.red}`;
const closed = ({ closed: c }: ReturnFigures): number =>
  c.confirmed + c.explained + c.cured + c['false-alarm'];
const measures = (f: ReturnFigures): string => `${f.followUps} / ${f.measures ?? 0} / ${f.adopted}`;

/** A return by place with its total, and by signal. The file has every column. */
export function ReturnTables({ lines, total, signals }: ReturnTablesProps) {
  const t = useText(returnText);
  const locale = useLocale();
  const end = (key: string, header: string, cell: Column<ReturnLine>['cell']): Column<ReturnLine> => ({
    ...{ key, header, cell },
    align: 'end',
  });
  return (
    <>
      <DataTable
        caption={t('return.place')}
        captionHidden
        rows={lines}
        rowKey={({ code }) => code || 'rest'}
        footer={[
          ...[t('return.total'), total.firms, total.loans],
          <Money key="balance" fen={total.balanceFen} style="short" />,
          ...[bad(total), raised(total), total.live, total.overdueAnswers, closed(total), measures(total)],
        ]}
        columns={[
          {
            key: 'place',
            header: t('return.place'),
            primary: true,
            cell: ({ code, name }) => (code ? name : t('return.rest')),
          },
          end('firms', t('return.firms'), ({ firms }) => firms),
          end('loans', t('return.loans'), ({ loans }) => loans),
          end('balance', t('return.balance'), ({ balanceFen }) => <Money fen={balanceFen} style="short" />),
          end('bad', t('return.bad'), bad),
          end('raised', t('return.raised'), raised),
          end('live', t('return.live'), ({ live }) => live),
          end('overdue', t('return.overdue'), ({ overdueAnswers }) => overdueAnswers),
          end('closed', t('return.closed'), closed),
          end('measures', t('return.measures'), measures),
        ]}
      />
      <DataTable
        caption={t('return.signals')}
        rows={signals}
        rowKey={({ code }) => code}
        empty={<EmptyState title={`${t('return.signals')}: 0`} />}
        columns={[
          {
            key: 'signal',
            header: t('return.signal'),
            primary: true,
            cell: ({ code }) => wordSignal(code, locale),
          },
          { key: 'raised', header: t('return.new'), align: 'end', cell: (s) => s.raised },
          { key: 'closed', header: t('return.closed'), align: 'end', cell: (s) => s.closed },
          { key: 'right', header: t('return.right'), align: 'end', cell: (s) => s.right },
        ]}
      />
    </>
  );
}
