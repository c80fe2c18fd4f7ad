import { signalBacktestText } from '~/text/signal-backtest.ts';
import { Badge, type Severity, SeverityBadge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText } from '~/ui/parts/figures.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { useNamed, useText } from '~/ui/text.ts';

export type TestedLoan = {
  readonly loan_id: string;
  readonly firm: string;
  readonly bank_zh: string;
  readonly bank_en: string;
  readonly change: 'new' | 'gone' | 'both';
  readonly first_on: string;
  readonly before: Severity | null;
  readonly after: Severity | null;
};

type BacktestLoansProps = {
  readonly id: string;
  readonly loans: readonly TestedLoan[];
  readonly changes: { readonly new: number; readonly gone: number; readonly both: number };
  readonly change: 'new' | 'gone' | 'both' | null;
  readonly page: number;
  readonly more: boolean;
};

const tones = { new: 'alert', gone: 'good', both: 'mute' } as const;
const tabs = ['new', 'gone', 'both'] as const;

/** The firms that either version warns of: newly, no longer, or by both. */
export function BacktestLoans({ id, loans, changes, change, page, more }: BacktestLoansProps) {
  const t = useText(signalBacktestText);
  const here = `/operator/signal-backtests/${id}`;
  const at = (n: number) => `${here}?${change ? `change=${change}&` : ''}page=${n}`;
  const total = changes.new + changes.gone + changes.both;
  return (
    <Section title={t('backtest.firms-title')}>
      <TabLinks
        label={t('backtest.change')}
        items={[
          { to: here, label: t('backtest.change.all'), count: total, current: change === null },
          ...tabs.map((tab) => ({
            to: `${here}?change=${tab}`,
            label: t(`backtest.change.${tab}`),
            count: changes[tab],
            current: change === tab,
          })),
        ]}
      />
      <Loans loans={loans} />
      <KeysetPager
        shown={loans.length}
        total={change ? changes[change] : total}
        previous={page > 0 ? at(page - 1) : null}
        next={more ? at(page + 1) : null}
      />
    </Section>
  );
}

function Loans({ loans }: Pick<BacktestLoansProps, 'loans'>) {
  const t = useText(signalBacktestText);
  const named = useNamed();
  const severity = (of: Severity | null) =>
    of ? <SeverityBadge severity={of} /> : <span className="text-ink-soft">{t('backtest.silent')}</span>;
  return (
    <DataTable
      caption={t('backtest.firms-title')}
      captionHidden
      rows={loans}
      rowKey={(row) => `${row.loan_id} ${row.firm}`}
      empty={<EmptyState title={t('backtest.no-firms')} />}
      columns={[
        {
          key: 'firm',
          header: t('backtest.firm'),
          primary: true,
          cell: (row) => <TextLink to={`/operator/funded/${row.loan_id}`}>{row.firm}</TextLink>,
        },
        {
          key: 'bank',
          header: t('backtest.bank'),
          cell: (row) => named({ zh: row.bank_zh, en: row.bank_en }),
        },
        {
          key: 'change',
          header: t('backtest.change'),
          cell: (row) => <Badge tone={tones[row.change]}>{t(`backtest.change.${row.change}`)}</Badge>,
        },
        { key: 'first', header: t('backtest.first'), cell: (row) => <DayText day={row.first_on} /> },
        { key: 'before', header: t('backtest.before'), cell: (row) => severity(row.before) },
        { key: 'after', header: t('backtest.after'), cell: (row) => severity(row.after) },
      ]}
    />
  );
}
