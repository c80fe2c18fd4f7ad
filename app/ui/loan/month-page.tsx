import type { ReactNode } from 'react';
import { loanText } from '~/text/loan.ts';
import type { MonthFinding } from '~/text/loan-month-rows.ts';
import { paymentFileText } from '~/text/loan-payments.ts';
import { TagBadges } from '~/ui/loan/tag-badges.tsx';
import { TierBadge } from '~/ui/loan/tier-badge.tsx';
import { LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { DayText, Money, Rate } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type MonthEntry = {
  readonly id: string;
  readonly contractNo: string;
  readonly firm: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly principalFen: string;
  readonly ratePpm: number;
  readonly maturityOn: string;
  readonly balanceFen: string;
  readonly paidPrincipalFen: string;
  readonly paidInterestFen: string;
  readonly tier: string | null;
  readonly dpd: number | null;
  /** What the lender finds of it; null for a reader who is not told. */
  readonly found: null | {
    readonly findings: readonly string[];
    readonly tags: readonly string[];
    readonly penaltyDifferenceFen: string;
  };
};

export type MonthProps = {
  readonly month: string;
  readonly through: string;
  readonly before: string;
  readonly after: string | null;
  readonly rows: readonly MonthEntry[];
  /** The sums of the list. */
  readonly figures: ReactNode;
  readonly page: number;
  readonly more: boolean;
  readonly base: string;
  /** Where one loan is shown. */
  readonly detail: string;
  /** What stands below the list. */
  readonly children?: ReactNode;
};

/** All loans that lived in a month, with the sums that are reported, to read or to download. */
export function MonthPage({
  month,
  through,
  before,
  after,
  rows,
  figures,
  page,
  more,
  base,
  detail,
  children,
}: MonthProps) {
  const t = useText(paymentFileText);
  const address = (m: string, p = 0) => `${base}?month=${m}${p > 0 ? `&page=${p}` : ''}`;
  return (
    <div className="stack-lg">
      <PageHeader
        title={t('month.title')}
        lede={t('month.lede', month, through)}
        actions={
          <>
            <LinkButton to={`${base}/file/xlsx?month=${month}`} download variant="secondary">
              {t('month.xlsx')}
            </LinkButton>
            <LinkButton to={`${base}/file/csv?month=${month}`} download variant="secondary">
              {t('month.csv')}
            </LinkButton>
          </>
        }
      />
      <p className="flex flex-wrap gap-x-6 gap-y-2">
        <TextLink to={address(before)}>{t('month.before')}</TextLink>
        {after ? <TextLink to={address(after)}>{t('month.after')}</TextLink> : null}
      </p>
      {figures}
      <MonthTable rows={rows} detail={detail} />
      <KeysetPager
        previous={page > 0 ? address(month, page - 1) : undefined}
        next={more ? address(month, page + 1) : undefined}
        shown={rows.length}
      />
      {children}
    </div>
  );
}

/** What the lender alone finds of a loan: how it counts, what it was used for, penalty interest that differs. */
function Found({ found }: Pick<MonthEntry, 'found'>) {
  const tm = useText(paymentFileText);
  if (!found) return null;
  const { tags, findings, penaltyDifferenceFen } = found;
  const differs = penaltyDifferenceFen !== '0';
  if (tags.length === 0 && findings.length === 0 && !differs) return <span className="text-ink-soft">—</span>;
  return (
    <span className="grid gap-1">
      {tags.length > 0 ? <TagBadges tags={tags} /> : null}
      {findings.map((kind) => (
        <span key={kind}>{tm(`month.finding.${kind as MonthFinding}`)}</span>
      ))}
      {differs ? (
        <span>
          {tm('month.penalty-difference')} <Money fen={penaltyDifferenceFen} />
        </span>
      ) : null}
    </span>
  );
}

/** Loans of a month; where no page shows one loan, without links and without what the bank alone finds. */
export function MonthTable({ rows, detail }: { rows: readonly MonthEntry[]; detail: string | null }) {
  const t = useText(loanText);
  const tm = useText(paymentFileText);
  const locale = useLocale();
  const bankOf = (row: MonthEntry) => (locale === 'en' ? row.bankEn : row.bankZh);
  const banks = new Set(rows.map(bankOf));
  const money = (key: string, header: string, of: (row: MonthEntry) => string): Column<MonthEntry> => ({
    key,
    header,
    align: 'end',
    cell: (row) => <Money fen={of(row)} />,
  });
  const columns: Column<MonthEntry>[] = [
    {
      key: 'contract',
      header: t('loan.contract'),
      primary: true,
      cell: (row) =>
        detail ? <TextLink to={`${detail}/${row.id}`}>{row.contractNo}</TextLink> : row.contractNo,
    },
    {
      key: 'firm',
      header: t('loan.firm'),
      cell: (row) => (
        <span className="block min-w-28">
          {row.firm}
          {banks.size > 1 ? <span className="block text-sm text-ink-soft">{bankOf(row)}</span> : null}
        </span>
      ),
    },
    money('balance', tm('month.balance'), (row) => row.balanceFen),
    money('principal', tm('month.principal'), (row) => row.paidPrincipalFen),
    money('interest', tm('month.interest'), (row) => row.paidInterestFen),
    { key: 'rate', header: t('loan.rate'), align: 'end', cell: (row) => <Rate ppm={row.ratePpm} /> },
    { key: 'maturity', header: t('loan.maturity'), cell: (row) => <DayText day={row.maturityOn} /> },
    { key: 'class', header: t('loan.class'), cell: (row) => <TierBadge tier={row.tier} dpd={row.dpd} /> },
    { key: 'found', header: tm('month.findings'), cell: (row) => <Found found={row.found} /> },
  ];
  return (
    <DataTable
      caption={tm('month.title')}
      captionHidden
      columns={detail ? columns : columns.filter(({ key }) => key !== 'found')}
      rows={rows}
      rowKey={(row) => row.id}
      empty={<EmptyState title={tm('month.empty')} />}
    />
  );
}
