import { bookText } from '~/text/loan-book.ts';
import { wordReasons } from '~/text/loan-book-rows.ts';
import { showCount } from '~/ui/format.ts';
import { TierBadge } from '~/ui/loan/tier-badge.tsx';
import { loanAt } from '~/ui/overview/portfolio-loans.tsx';
import { Badge, SeverityBadge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Money } from '~/ui/parts/figures.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type WatchedLoan = {
  readonly id: string;
  readonly contractNo: string;
  readonly firm: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly tier: string;
  readonly dpd: number;
  readonly because: readonly string[];
  readonly severity: 'orange' | 'red' | null;
  readonly signals: readonly string[];
  readonly balanceFen: string;
  readonly since: string;
  readonly reviewedOn: string | null;
  readonly reviewOn: string;
};

export type WatchProps = {
  readonly today: string;
  readonly loans: readonly WatchedLoan[];
  readonly count: number;
};

type Props = WatchProps & { readonly side: 'bank' | 'operator' };

/** Loans on watch: why, since when, and by when they are looked at again. */
export function WatchPart({ loans, count, today, side }: Props) {
  const t = useText(bookText);
  const locale = useLocale();
  const columns: Column<WatchedLoan>[] = [
    {
      key: 'firm',
      header: t('book.firm'),
      primary: true,
      cell: (row) => (
        <>
          <TextLink to={`${loanAt[side]}/${row.id}`}>{row.firm}</TextLink>
          <span className="num block text-xs font-normal text-ink-soft">
            {side === 'bank' ? row.contractNo : locale === 'en' ? row.bankEn : row.bankZh}
          </span>
        </>
      ),
    },
    {
      key: 'balance',
      header: t('book.balance'),
      align: 'end',
      cell: (row) => <Money fen={row.balanceFen} style="short" />,
    },
    { key: 'why', header: t('book.watch.why'), cell: (row) => <Why row={row} /> },
    { key: 'since', header: t('book.watch.since'), cell: (row) => <DayText day={row.since} /> },
    {
      key: 'reviewed',
      header: t('book.watch.reviewed'),
      cell: (row) => (row.reviewedOn ? <DayText day={row.reviewedOn} /> : '—'),
    },
    { key: 'review', header: t('book.watch.review'), cell: (row) => <Review row={row} today={today} /> },
  ];
  return (
    <>
      <p className="measure text-ink-soft">
        {t('book.watch.lede')} {t('book.watch.count', showCount(count, locale))}
      </p>
      <DataTable
        caption={t('book.part.watch')}
        captionHidden
        columns={columns}
        rows={loans}
        rowKey={(row) => row.id}
        empty={<EmptyState title={t('book.watch.empty')}>{t('book.watch.empty-next')}</EmptyState>}
      />
    </>
  );
}

function Why({ row }: { row: WatchedLoan }) {
  const locale = useLocale();
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <TierBadge tier={row.tier} dpd={row.dpd} />
      {row.severity ? <SeverityBadge severity={row.severity} /> : null}
      <span className="text-sm text-ink-soft">{wordReasons(row, locale).join('；')}</span>
    </span>
  );
}

function Review({ row, today }: { row: WatchedLoan; today: string }) {
  const t = useText(bookText);
  return (
    <span className="flex flex-wrap items-center gap-1.5">
      <DayText day={row.reviewOn} />
      {row.reviewOn < today ? <Badge tone="bad">{t('book.watch.late')}</Badge> : null}
    </span>
  );
}
