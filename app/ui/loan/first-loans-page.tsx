import type { ReactNode } from 'react';
import { cultivationText } from '~/text/cultivation.ts';
import { firstLoanText } from '~/text/first-loan.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Money } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { Section } from '~/ui/parts/section.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Sum = {
  readonly id: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly quarter: string;
  readonly counted: number;
  readonly adjusted: number;
  readonly principalFen: string;
};

type Loan = {
  readonly id: string;
  readonly contractNo: string;
  readonly firm: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly disbursedOn: string;
  readonly principalFen: string;
  readonly net: number;
  readonly entries: number;
};

export type FirstLoansProps = {
  /** How the list of first-loan cultivation has done. */
  /** How many firms are on the way to their first loan. */
  readonly figures: ReactNode;
  readonly sums: readonly Sum[];
  readonly loans: readonly Loan[];
  readonly page: number;
  readonly more: boolean;
};

/** First loans as they are booked, by bank and quarter, and the loans behind them. */
export function FirstLoansPage({ figures, sums, loans, page, more }: FirstLoansProps) {
  const t = useText(firstLoanText);
  const tc = useText(cultivationText);
  const address = (p: number) => `/operator/first-loans?page=${p}`;
  return (
    <div className="stack-lg">
      <PageHeader title={t('first.list-title')} lede={t('first.list-lede')} />
      <Section title={tc('cultivation.pool')}>{figures}</Section>
      <Section title={t('first.by-bank')}>
        <Sums sums={sums} />
      </Section>
      <Section title={t('first.loans')}>
        <Loans loans={loans} />
        <KeysetPager
          previous={page > 0 ? address(page - 1) : undefined}
          next={more ? address(page + 1) : undefined}
          shown={loans.length}
        />
      </Section>
    </div>
  );
}

function Sums({ sums }: { sums: readonly Sum[] }) {
  const t = useText(firstLoanText);
  const locale = useLocale();
  return (
    <DataTable
      caption={t('first.by-bank')}
      captionHidden
      rows={sums}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('first.sums-empty')}>{t('first.sums-empty-next')}</EmptyState>}
      columns={[
        {
          key: 'bank',
          header: t('first.bank'),
          primary: true,
          cell: (row) => (locale === 'en' ? row.bankEn : row.bankZh),
        },
        { key: 'quarter', header: t('first.quarter'), cell: (row) => row.quarter },
        { key: 'counted', header: t('first.counted'), align: 'end', cell: (row) => row.counted },
        { key: 'adjusted', header: t('first.adjusted'), align: 'end', cell: (row) => row.adjusted },
        { key: 'net', header: t('first.net'), align: 'end', cell: (row) => row.counted - row.adjusted },
        {
          key: 'principal',
          header: t('first.principal'),
          align: 'end',
          cell: (row) => <Money fen={row.principalFen} />,
        },
      ]}
    />
  );
}

const standingOf = ({ net, entries }: Loan) =>
  net > 0 ? 'first.is-counted' : entries > 0 ? 'first.is-adjusted' : 'first.is-open';

function Loans({ loans }: { loans: readonly Loan[] }) {
  const t = useText(firstLoanText);
  const locale = useLocale();
  return (
    <DataTable
      caption={t('first.loans')}
      captionHidden
      rows={loans}
      rowKey={(row) => row.id}
      empty={<EmptyState title={t('first.empty')}>{t('first.empty-next')}</EmptyState>}
      columns={[
        {
          key: 'loan',
          header: t('first.loan'),
          primary: true,
          cell: (row) => <TextLink to={`/operator/first-loans/${row.id}`}>{row.contractNo}</TextLink>,
        },
        { key: 'firm', header: t('first.firm'), cell: (row) => row.firm },
        {
          key: 'bank',
          header: t('first.bank'),
          cell: (row) => (locale === 'en' ? row.bankEn : row.bankZh),
        },
        { key: 'on', header: t('first.disbursed'), cell: (row) => <DayText day={row.disbursedOn} /> },
        {
          key: 'principal',
          header: t('first.principal'),
          align: 'end',
          cell: (row) => <Money fen={row.principalFen} />,
        },
        { key: 'standing', header: t('first.in-statistics'), cell: (row) => t(standingOf(row)) },
      ]}
    />
  );
}
