import type { ReactNode } from 'react';
import type { ApplicationState } from '~/domain/application/state.ts';
import { applicationText } from '~/text/application.ts';
import { bankText } from '~/text/application-bank.ts';
import { branchText } from '~/text/branch.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { useClock } from '~/ui/parts/clock-chip.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { instant, money } from '~/ui/parts/figures.tsx';
import { inner } from '~/ui/parts/inner-links.ts';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { type Column, DataTable, type Sort } from '~/ui/parts/table.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { useLocale, useText } from '~/ui/text.ts';
import { type Narrowing, narrowedBy } from './inbox-filter.tsx';
import { assignable, InboxTools, type InboxView, Pick } from './inbox-tools.tsx';
import { QueueKeys } from './queue-keys.tsx';
import { useStateBadges } from './state-badge.tsx';

/** Its names are in the reader's language. */
type Row = {
  readonly id: string;
  readonly firm: string;
  readonly product: string;
  readonly amountFen: string;
  readonly termMonths: number;
  readonly state: string;
  readonly submittedAt: string;
  /** Left out while its clock stands. */
  readonly dueAt?: string;
  /** Left out while nobody has it. */
  readonly maker?: string;
  /** Left out where it lies with the head office. */
  readonly branch?: string;
  /** No consent opens its file by now. */
  readonly shut?: true;
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

export type InboxPageProps = Reader &
  Narrowing & {
    readonly rows: readonly Row[];
    readonly counts: { readonly [F in InboxFilter]: number | null };
    readonly next: string | null;
    readonly now: string;
    readonly state: InboxFilter;
    readonly sort: string;
    readonly dir: 'asc' | 'desc';
    readonly paged: boolean;
    readonly views: readonly InboxView[];
  };

/** The bank's queue: what is due first stands first. */
export function InboxPage(props: InboxPageProps) {
  const t = useText(bankText);
  const { state, rows, counts, next, sort, dir } = props;
  const narrow = narrowedBy(props);
  const href = (wish: { state?: string; sort?: string; dir?: string; after?: string }) =>
    `/bank?${new URLSearchParams({ state, sort, dir, ...narrow, ...wish })}`;
  const columns = useInboxColumns(props);
  const empty = props.wrong.length > 0 ? 'inbox.wrong' : 'inbox.empty';
  return (
    <div className="stack">
      <PageHeader title={t('inbox.title')} lede={t('inbox.lede')} />
      <TabLinks
        label={t('inbox.filters')}
        items={inboxFilters.map((filter) => ({
          to: `/bank?${new URLSearchParams({ state: filter, ...narrow })}`,
          label: t(`inbox.filter.${filter}`),
          count: filter === 'closed' ? undefined : (counts[filter] ?? undefined),
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
        empty={<EmptyState title={t(empty)}>{t(`${empty}-next`)}</EmptyState>}
      />
      <KeysetPager
        previous={props.paged ? href({}) : null}
        next={next ? href({ after: next }) : null}
        shown={rows.length}
        total={Object.keys(narrow).length > 0 ? undefined : (counts[state] ?? undefined)}
      />
    </div>
  );
}

/** The cells are functions with nothing to remember of their own: the queue is the page that officers open all day. */
function useInboxColumns({ now, opens, assigns, branches }: InboxPageProps): Column<Row>[] {
  const t = useText(bankText);
  const apps = useText(applicationText);
  const places = useText(branchText);
  const locale = useLocale();
  const clock = useClock(now);
  const badge = useStateBadges();
  const nobody = <span className="text-ink-soft">{t('inbox.nobody')}</span>;
  const noConsent = <Badge tone="alert">{t('inbox.no-consent')}</Badge>;
  const firm = (row: Row) => firmOf(row, { opens, assigns, noConsent });
  const plain = (key: string, cell: Column<Row>['cell']) => ({
    key,
    header: t(`inbox.${key}` as 'inbox.firm'),
    cell,
  });
  const place: Column<Row> = {
    key: 'branch',
    header: places('branch.lies-with'),
    className: 'whitespace-nowrap',
    cell: (row) => row.branch ?? places('branch.head-office'),
  };
  return [
    { ...plain('firm', firm), primary: true },
    plain('product', (row) => row.product),
    { ...plain('amount', (row) => money(row.amountFen, locale, 'short')), align: 'end', sortable: true },
    {
      ...plain('term', (row) => apps('apps.months', row.termMonths)),
      align: 'end',
      className: 'whitespace-nowrap',
    },
    plain('state', (row) => badge(row.state as ApplicationState)),
    { ...plain('due', (row) => (row.dueAt ? clock(row.dueAt) : null)), sortable: true },
    ...(branches.length > 0 ? [place] : []),
    { ...plain('maker', (row) => row.maker ?? nobody), className: 'whitespace-nowrap' },
    { ...plain('submitted', (row) => instant(row.submittedAt, locale)), sortable: true },
  ];
}

/** The firm of a row: the box that ticks it, the way into its file, and whether the file may be read. */
const firmOf = (row: Row, { opens, assigns, noConsent }: Reader & { readonly noConsent: ReactNode }) => (
  <span data-opens className="flex flex-wrap items-baseline gap-2">
    {assigns && assignable.includes(row.state) ? <Pick id={row.id} firm={row.firm} /> : null}
    {opens ? (
      <a {...inner} href={`/bank/applications/${row.id}`} className="text-link">
        {row.firm}
      </a>
    ) : (
      row.firm
    )}
    {row.shut ? noConsent : null}
  </span>
);
