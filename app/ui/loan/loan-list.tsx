import type { LoanTag } from '~/domain/loan/loan-tags.ts';
import { loanText } from '~/text/loan.ts';
import { tagText } from '~/text/loan-tag.ts';
import { TagBadges, TagLinks } from '~/ui/loan/tag-badges.tsx';
import { TierBadge } from '~/ui/loan/tier-badge.tsx';
import { Badge, CountBadge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Money, Rate } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { TabLinks } from '~/ui/parts/tabs.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type LoanEntry = {
  readonly id: string;
  readonly contractNo: string;
  readonly firm: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly principalFen: string;
  readonly balanceFen: string;
  readonly ratePpm: number;
  readonly maturityOn: string;
  readonly nextDue: string | null;
  readonly state: string;
  readonly tier: string | null;
  readonly dpd: number | null;
  readonly alerts: number;
  readonly tags: readonly string[];
};

export type LoanListProps = {
  readonly side: 'firm' | 'bank';
  readonly loans: readonly LoanEntry[];
  /** What the address of the next page says. */
  readonly next: string | null;
  readonly isFirst: boolean;
  readonly tab: 'active' | 'settled';
  readonly tag: LoanTag | null;
};

const baseOf = { firm: '/my/loans', bank: '/bank/loans' } as const;

/** A firm's loans or a bank's portfolio, live and settled apart. */
export function LoanList({ side, loans, next, isFirst, tab, tag }: LoanListProps) {
  const t = useText(loanText);
  const base = baseOf[side];
  const narrow = (to: LoanTag | null) => `${base}?state=${tab}${to ? `&tag=${to}` : ''}`;
  return (
    <div className="stack-lg">
      <PageHeader title={t(`loan.list.${side}.title`)} lede={t(`loan.list.${side}.lede`)} />
      <TabLinks
        label={t('loan.caption')}
        items={(['active', 'settled'] as const).map((s) => ({
          to: `${base}?state=${s}`,
          label: t(`loan.tab.${s}`),
          current: s === tab,
        }))}
      />
      <TagLinks base={narrow} current={tag} />
      <LoanTable side={side} loans={loans} />
      <KeysetPager
        previous={isFirst ? null : narrow(tag)}
        next={next && `${narrow(tag)}&after=${next}`}
        shown={loans.length}
      />
    </div>
  );
}

function LoanTable({ side, loans }: Pick<LoanListProps, 'side' | 'loans'>) {
  const t = useText(loanText);
  const tt = useText(tagText);
  const locale = useLocale();
  const partyOf = (l: LoanEntry) => (side === 'bank' ? l.firm : locale === 'en' ? l.bankEn : l.bankZh);
  const columns: Column<LoanEntry>[] = [
    {
      key: 'contract',
      header: t(side === 'bank' ? 'loan.contract-and-firm' : 'loan.contract-and-bank'),
      primary: true,
      cell: (l) => (
        <>
          <TextLink to={`${baseOf[side]}/${l.id}`}>{l.contractNo}</TextLink>
          <span className="block text-sm text-ink-soft">{partyOf(l)}</span>
        </>
      ),
    },
    {
      key: 'principal',
      header: t('loan.principal'),
      align: 'end',
      cell: (l) => <Money fen={l.principalFen} style="short" />,
    },
    { key: 'balance', header: t('loan.balance'), align: 'end', cell: (l) => <Money fen={l.balanceFen} /> },
    { key: 'rate', header: t('loan.rate'), align: 'end', cell: (l) => <Rate ppm={l.ratePpm} /> },
    {
      key: 'class',
      header: t('loan.class'),
      cell: (l) =>
        l.state === 'active' ? (
          <TierBadge tier={l.tier} dpd={l.dpd} />
        ) : (
          <Badge>{t('loan.state.settled')}</Badge>
        ),
    },
    { key: 'tags', header: tt('tag.title'), cell: (l) => <TagBadges tags={l.tags} /> },
    {
      key: 'next',
      header: t('loan.next-due'),
      cell: (l) => (l.nextDue && l.state === 'active' ? <DayText day={l.nextDue} /> : '—'),
    },
    { key: 'maturity', header: t('loan.maturity'), cell: (l) => <DayText day={l.maturityOn} /> },
    {
      key: 'alerts',
      header: t('loan.alerts'),
      align: 'end',
      cell: (l) => (l.alerts > 0 ? <CountBadge count={l.alerts} /> : '—'),
    },
  ];
  const nothing = <EmptyState title={t('loan.empty')}>{t(`loan.empty-next.${side}`)}</EmptyState>;
  return (
    <DataTable
      caption={t('loan.caption')}
      captionHidden
      columns={columns}
      rows={loans}
      rowKey={(l) => l.id}
      empty={nothing}
    />
  );
}
