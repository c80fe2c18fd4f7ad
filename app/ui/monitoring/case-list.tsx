import { alertText } from '~/text/alert.ts';
import { caseDeskText } from '~/text/case-desk.ts';
import { committeeText } from '~/text/committee.ts';
import { QueueKeys } from '~/ui/application/queue-keys.tsx';
import { replyTo } from '~/ui/form-reply.ts';
import { LinkButton } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { RefusalNotice } from '~/ui/refusal-notice.tsx';
import { useText } from '~/ui/text.ts';
import { useCaseColumns } from './case-columns.tsx';
import { CaseTools } from './case-tools.tsx';

export type CaseLine = {
  readonly id: string;
  readonly signal: string;
  readonly severity: 'yellow' | 'orange' | 'red';
  readonly state: 'open' | 'answered' | 'closed';
  readonly raisedAt: string;
  readonly dueAt: string;
  readonly verdict: string | null;
  readonly escalated: boolean;
  readonly asideUntil: string | null;
  readonly asideWhy: string | null;
  readonly firm: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly contractNo: string | null;
  readonly isOwned: boolean;
  readonly owner: string | null;
  readonly leftOwner: string | null;
};

export const sideTabs = {
  bank: ['desk', 'mine', 'unowned', 'overdue', 'aside', 'closed', 'all'],
  operator: ['overdue', 'live', 'unowned', 'closed', 'all'],
} as const;
type Tab = (typeof sideTabs)['bank' | 'operator'][number];

export type CaseListQuery = {
  readonly tab: Tab;
  readonly sort: string;
  readonly find?: string | undefined;
  readonly severity?: string | undefined;
  readonly signal?: string | undefined;
  readonly owner?: string | undefined;
  readonly region?: string | undefined;
  readonly month?: string | undefined;
  readonly after: unknown;
  /** What could not be read in the address. */
  readonly unread?: readonly string[] | undefined;
};

export type CaseListProps = {
  readonly side: 'bank' | 'operator';
  readonly cases: readonly CaseLine[];
  readonly next: string | null;
  readonly counts: { readonly [T in Tab]: number };
  readonly signals: readonly string[];
  readonly regions: readonly { readonly code: string; readonly name: string }[];
  readonly officers: readonly { readonly id: string; readonly name: string; readonly live: number }[];
  readonly now: string;
  readonly query: CaseListQuery;
  readonly reply: unknown;
};

export const baseOf = { bank: '/bank/alerts', operator: '/operator/alerts' } as const;

/** The address of a list with its filter; a change of the filter begins it again. */
export function caseAddress(
  base: string,
  { tab, after: _, unread: __, ...query }: CaseListQuery,
  change: object = {},
): string {
  const all = Object.entries({ state: tab, ...query, ...change });
  return `${base}?${new URLSearchParams(all.filter(([, value]) => value) as [string, string][])}`;
}

/** The cases of a bank, or of all lenders: tabs, filters, order, page and file in one address. */
export function CaseListPage(props: CaseListProps) {
  const t = useText(caseDeskText);
  const { side, cases, counts, query, next, reply } = props;
  const address = (change?: object) => caseAddress(baseOf[side], query, change);
  return (
    <div className="stack-lg">
      <Header {...props} />
      <RefusalNotice reply={side === 'operator' ? replyTo(reply) : null} />
      <TabLinks
        label={t('case.tab.all')}
        items={sideTabs[side].map((tab) => ({
          to: address({ state: tab }),
          label: t(`case.tab.${tab}`),
          count: tab === 'closed' || tab === 'all' ? undefined : counts[tab],
          current: tab === query.tab,
        }))}
      />
      {query.unread?.length ? (
        <Notice tone="warn" title={t('case.unread')}>
          {t('case.unread-which', query.unread.join(', '))}
        </Notice>
      ) : null}
      <CaseTools {...props} />
      <QueueKeys rows={cases.length} title={t('case.keys')} word={(key) => t(`case.key.${key}`)} />
      <Rows {...props} />
      <KeysetPager
        previous={query.after ? address() : null}
        next={next ? address({ after: next }) : null}
        shown={cases.length}
        total={counts[query.tab]}
      />
    </div>
  );
}

function Header({ side, query }: CaseListProps) {
  const t = useText(alertText);
  const desk = useText(caseDeskText);
  const committee = useText(committeeText);
  return (
    <PageHeader
      title={t(`alert.list.${side}.title`)}
      lede={t(`alert.list.${side}.lede`)}
      actions={
        <>
          {side === 'bank' ? (
            <LinkButton to="/bank/committees" variant="secondary">
              {committee('committee.title')}
            </LinkButton>
          ) : null}
          <LinkButton to={caseAddress(`${baseOf[side]}.csv`, query)} variant="secondary" download>
            {desk('case.export')}
          </LinkButton>
        </>
      }
    />
  );
}

function Rows({ side, cases, now, query }: CaseListProps) {
  const t = useText(alertText);
  const columns = useCaseColumns(side, now);
  return (
    <DataTable
      caption={t('alert.caption')}
      captionHidden
      columns={columns}
      rows={cases}
      rowKey={(line) => line.id}
      sort={{ key: query.sort, dir: query.sort === 'raised' ? 'desc' : 'asc' }}
      sortHref={(key) => caseAddress(baseOf[side], query, { sort: key })}
      empty={<EmptyState title={t('alert.empty')}>{t('alert.empty-next')}</EmptyState>}
    />
  );
}
