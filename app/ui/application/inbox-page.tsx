import type { ApplicationState } from '~/domain/application/state.ts';
import { applicationText } from '~/text/application.ts';
import { bankText } from '~/text/application-bank.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { ClockChip } from '~/ui/parts/clock-chip.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { InstantText, Money } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { type Column, DataTable, type Sort } from '~/ui/parts/table.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { useNamed, useText } from '~/ui/text.ts';
import { assignable, InboxTools, type InboxView, Pick } from './inbox-tools.tsx';
import { QueueKeys } from './queue-keys.tsx';
import { StateBadge } from './state-badge.tsx';

type Row = {
  readonly id: string;
  readonly firm: string;
  readonly productZh: string;
  readonly productEn: string;
  readonly amountFen: string;
  readonly termMonths: number;
  readonly state: string;
  readonly submittedAt: string;
  readonly dueAt: string | null;
  readonly maker: string | null;
  readonly hasConsent: boolean;
};

/** Whether the reader may open files; an institution's administrator sees the queue alone. */
type Reader = { readonly opens: boolean; readonly assigns: boolean };

export const inboxFilters = [
  'open',
  'mine',
  'submitted',
  'in-review',
  'proposed',
  'approved',
  'closed',
] as const;
export type InboxFilter = (typeof inboxFilters)[number];

export type InboxPageProps = Reader & {
  readonly rows: readonly Row[];
  readonly counts: { readonly [F in InboxFilter]: number };
  readonly next: string | null;
  readonly now: string;
  readonly state: InboxFilter;
  readonly sort: string;
  readonly dir: 'asc' | 'desc';
  readonly paged: boolean;
  readonly firm: string;
  readonly maker: string | null;
  readonly officers: readonly { readonly id: string; readonly name: string }[];
  readonly views: readonly InboxView[];
  /** Whether the reader may give applications to an officer. */
  readonly assigns: boolean;
};

/** The bank's queue: what is due first stands first. */
export function InboxPage(props: InboxPageProps) {
  const t = useText(bankText);
  const { state, rows, counts, next, sort, dir } = props;
  const narrow = { ...(props.firm && { firm: props.firm }), ...(props.maker && { maker: props.maker }) };
  const href = (wish: { state?: string; sort?: string; dir?: string; after?: string }) =>
    `/bank?${new URLSearchParams({ state, sort, dir, ...narrow, ...wish })}`;
  const columns = useInboxColumns(props);
  return (
    <div className="stack">
      <PageHeader title={t('inbox.title')} lede={t('inbox.lede')} />
      <TabLinks
        label={t('inbox.filters')}
        items={inboxFilters.map((filter) => ({
          to: `/bank?${new URLSearchParams({ state: filter, ...narrow })}`,
          label: t(`inbox.filter.${filter}`),
          count: filter === 'closed' ? undefined : counts[filter],
          current: filter === state,
        }))}
      />
      <InboxTools {...props} query={new URLSearchParams({ state, sort, dir, ...narrow }).toString()} />
      <QueueKeys rows={rows.length} title={t('inbox.keys')} word={(key) => t(`inbox.key.${key}`)} />
      <DataTable
        caption={t('inbox.caption')}
        captionHidden
        rows={rows}
        rowKey={(row) => row.id}
        columns={columns}
        sort={{ key: sort, dir } satisfies Sort}
        sortHref={(key, to) => href({ sort: key, dir: to })}
        empty={<EmptyState title={t('inbox.empty')}>{t('inbox.empty-next')}</EmptyState>}
      />
      <KeysetPager
        previous={props.paged ? href({}) : null}
        next={next ? href({ after: next }) : null}
        shown={rows.length}
        total={props.firm || props.maker ? undefined : counts[state]}
      />
    </div>
  );
}

function useInboxColumns({ now, opens, assigns }: InboxPageProps): Column<Row>[] {
  const t = useText(bankText);
  const apps = useText(applicationText);
  const name = useNamed();
  const nobody = <span className="text-ink-soft">{t('inbox.nobody')}</span>;
  const plain = (key: string, cell: Column<Row>['cell']) => ({
    key,
    header: t(`inbox.${key}` as 'inbox.firm'),
    cell,
  });
  return [
    { ...plain('firm', (row) => <Firm row={row} opens={opens} assigns={assigns} />), primary: true },
    plain('product', (row) => name({ zh: row.productZh, en: row.productEn })),
    {
      ...plain('amount', (row) => <Money fen={row.amountFen} style="short" />),
      align: 'end',
      sortable: true,
    },
    {
      ...plain('term', (row) => apps('apps.months', row.termMonths)),
      align: 'end',
      className: 'whitespace-nowrap',
    },
    plain('state', (row) => <StateBadge state={row.state as ApplicationState} />),
    {
      ...plain('due', (row) => (row.dueAt ? <ClockChip due={row.dueAt} now={now} /> : null)),
      sortable: true,
    },
    plain('maker', (row) => row.maker ?? nobody),
    { ...plain('submitted', (row) => <InstantText at={row.submittedAt} />), sortable: true },
  ];
}

function Firm({ row, opens, assigns }: { row: Row } & Reader) {
  const t = useText(bankText);
  return (
    <span data-opens className="flex flex-wrap items-baseline gap-2">
      {assigns && assignable.includes(row.state) ? <Pick id={row.id} firm={row.firm} /> : null}
      {opens ? <TextLink to={`/bank/applications/${row.id}`}>{row.firm}</TextLink> : row.firm}
      {row.hasConsent ? null : <Badge tone="alert">{t('inbox.no-consent')}</Badge>}
    </span>
  );
}
