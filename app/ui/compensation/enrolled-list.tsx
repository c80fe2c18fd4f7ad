import { compensationText } from '~/text/compensation.ts';
import { ClaimBadge } from '~/ui/compensation/claim-badge.tsx';
import { TierBadge } from '~/ui/loan/tier-badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Money, Rate } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { useText } from '~/ui/text.ts';

export type EnrolledEntry = {
  readonly enrolmentId: string;
  readonly contractNo: string;
  readonly firm: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly poolZh: string;
  readonly poolEn: string;
  readonly principalFen: string;
  readonly sharePpm: number | null;
  readonly ceilingFen: string;
  readonly enrolledOn: string;
  readonly tier: string | null;
  readonly dpd: number | null;
  readonly claimId: string | null;
  readonly state: string | null;
  readonly waits: string | null;
  readonly paidFen: string;
  readonly returnedFen: string;
};

type Tab = 'claimable' | 'claimed' | 'enrolled';
type EnrolledListProps = {
  readonly rows: readonly EnrolledEntry[];
  readonly tab: Tab;
  readonly page: number;
  readonly more: boolean;
};

/** A bank's enrolled loans: what it can claim, what it claimed, all of them. */
export function EnrolledList({ rows, tab, page, more }: EnrolledListProps) {
  const t = useText(compensationText);
  const address = (p: number) => `/bank/claims?tab=${tab}&page=${p}`;
  return (
    <div className="stack-lg">
      <PageHeader title={t('comp.bank.title')} lede={t('comp.bank.lede')} />
      <TabLinks
        label={t('comp.tabs')}
        items={(['enrolled', 'claimable', 'claimed'] as const).map((each) => ({
          to: `/bank/claims?tab=${each}`,
          label: t(`comp.tab.${each}`),
          current: each === tab,
        }))}
      />
      <EnrolledTable rows={rows} tab={tab} />
      <KeysetPager
        previous={page > 0 ? address(page - 1) : undefined}
        next={more ? address(page + 1) : undefined}
        shown={rows.length}
      />
    </div>
  );
}

function EnrolledTable({ rows, tab }: Pick<EnrolledListProps, 'rows' | 'tab'>) {
  const t = useText(compensationText);
  const columns: Column<EnrolledEntry>[] = [
    {
      key: 'contract',
      header: t('comp.contract'),
      primary: true,
      cell: (r) => <TextLink to={`/bank/enrolments/${r.enrolmentId}`}>{r.contractNo}</TextLink>,
    },
    { key: 'firm', header: t('comp.firm'), cell: (r) => r.firm },
    {
      key: 'principal',
      header: t('comp.principal'),
      align: 'end',
      cell: (r) => <Money fen={r.principalFen} style="short" />,
    },
    {
      key: 'share',
      header: t('comp.share'),
      align: 'end',
      cell: (r) => (r.sharePpm === null ? t('comp.share-by-cause') : <Rate ppm={r.sharePpm} decimals={0} />),
    },
    { key: 'ceiling', header: t('comp.ceiling'), align: 'end', cell: (r) => <Money fen={r.ceilingFen} /> },
    { key: 'class', header: t('comp.class'), cell: (r) => <TierBadge tier={r.tier} dpd={r.dpd} /> },
    {
      key: 'state',
      header: t('comp.state'),
      cell: (r) =>
        r.claimId && r.state ? (
          <TextLink to={`/bank/claims/${r.claimId}`}>
            <ClaimBadge state={r.state} waits={r.waits} />
          </TextLink>
        ) : tab === 'claimable' ? (
          <TextLink to={`/bank/enrolments/${r.enrolmentId}`}>{t('comp.claim-now')}</TextLink>
        ) : (
          '—'
        ),
    },
    { key: 'paid', header: t('comp.paid'), align: 'end', cell: (r) => <Money fen={r.paidFen} /> },
    { key: 'on', header: t('comp.enrolled-on'), cell: (r) => <DayText day={r.enrolledOn} /> },
  ];
  return (
    <DataTable
      caption={t('comp.caption')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(r) => r.enrolmentId}
      empty={<EmptyState title={t(`comp.empty.${tab}`)}>{t(`comp.empty.${tab}-next`)}</EmptyState>}
    />
  );
}
