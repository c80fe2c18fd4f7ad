import type { FiguresShown, LineShown, SignalShown } from '~/domain/monitoring/return-shown.ts';
import { wordSignal } from '~/text/monitoring.ts';
import { returnText } from '~/text/month-return.ts';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Money } from '~/ui/parts/figures.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type ReturnTablesProps = {
  readonly lines: readonly LineShown[];
  readonly total: FiguresShown;
  readonly signals: readonly SignalShown[];
};

type Kept = number | null;
const sum = (counts: readonly Kept[]): Kept =>
  counts.reduce((all, n) => (all === null || n === null ? null : all + n), 0 as Kept);

const bad = ({ tiers }: FiguresShown): Kept => sum([tiers.substandard, tiers.doubtful, tiers.loss]);
const closed = ({ closed: c }: FiguresShown): Kept =>
  sum([c.confirmed, c.explained, c.cured, c['false-alarm']]);

/** A return by place with its total, and by signal. The file has every column. */
export function ReturnTables({ lines, total, signals }: ReturnTablesProps) {
  const t = useText(returnText);
  const locale = useLocale();
  const end = (key: string, header: string, cell: Column<LineShown>['cell']): Column<LineShown> => ({
    ...{ key, header, cell },
    align: 'end',
  });
  const hidden = <span className="text-ink-soft">{t('return.hidden')}</span>;
  const n = (count: Kept) => count ?? hidden;
  const some = (counts: readonly Kept[]) =>
    counts.every((count) => count === null) ? hidden : counts.map((count) => count ?? '—').join(' / ');
  const raised = ({ raised: r }: FiguresShown) => some([r.yellow, r.orange, r.red]);
  const measures = (f: FiguresShown) =>
    some([f.followUps, f.measures === undefined ? 0 : f.measures, f.adopted]);
  const balance = (fen: string | null) =>
    fen === null ? hidden : <Money key="balance" fen={fen} style="short" />;
  return (
    <>
      <DataTable
        caption={t('return.place')}
        captionHidden
        rows={lines}
        rowKey={({ code }) => code || 'rest'}
        footer={[
          ...[t('return.total'), n(total.firms), n(total.loans), balance(total.balanceFen), n(bad(total))],
          ...[raised(total), n(total.live), n(total.overdueAnswers), n(closed(total)), measures(total)],
        ]}
        columns={[
          {
            key: 'place',
            header: t('return.place'),
            primary: true,
            cell: ({ code, name }) => (code ? name : t('return.rest')),
          },
          end('firms', t('return.firms'), ({ firms }) => n(firms)),
          end('loans', t('return.loans'), ({ loans }) => n(loans)),
          end('balance', t('return.balance'), ({ balanceFen }) => balance(balanceFen)),
          end('bad', t('return.bad'), (line) => n(bad(line))),
          end('raised', t('return.raised'), raised),
          end('live', t('return.live'), ({ live }) => n(live)),
          end('overdue', t('return.overdue'), ({ overdueAnswers }) => n(overdueAnswers)),
          end('closed', t('return.closed'), (line) => n(closed(line))),
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
          { key: 'raised', header: t('return.new'), align: 'end', cell: (s) => n(s.raised) },
          { key: 'closed', header: t('return.closed'), align: 'end', cell: (s) => n(s.closed) },
          { key: 'right', header: t('return.right'), align: 'end', cell: (s) => n(s.right) },
        ]}
      />
    </>
  );
}
