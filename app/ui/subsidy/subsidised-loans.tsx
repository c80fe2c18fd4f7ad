import { subsidyText } from '~/text/subsidy.ts';
import { TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Money } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { type RewardShown, Rewards } from '~/ui/subsidy/rewards.tsx';
import type { PositionShown } from '~/ui/subsidy/subsidy-shown.ts';
import { useLocale, useText } from '~/ui/text.ts';

type Expected = PositionShown & { readonly expectedFen: string };

export type SubsidisedLoansProps = {
  readonly positions: readonly Expected[];
  readonly rewards: readonly RewardShown[];
  readonly quarter: string;
  readonly page: number;
  readonly more: boolean;
};

/** A bank's subsidised loans, what was paid and what this quarter brings. */
export function SubsidisedLoans({ positions, rewards, quarter, page, more }: SubsidisedLoansProps) {
  const t = useText(subsidyText);
  const locale = useLocale();
  const address = (p: number) => `/bank/subsidies?page=${p}`;
  return (
    <div className="stack-lg">
      <PageHeader eyebrow={quarter} title={t('subsidy.bank.title')} lede={t('subsidy.bank.lede')} />
      <DataTable
        caption={t('subsidy.bank.title')}
        captionHidden
        rows={positions}
        rowKey={(p) => p.key}
        empty={<EmptyState title={t('subsidy.empty')}>{t('subsidy.empty-bank')}</EmptyState>}
        columns={[
          {
            key: 'loan',
            header: t('subsidy.loan'),
            primary: true,
            cell: (p) => <TextLink to={`/bank/subsidies/${p.loanId}`}>{p.contractNo}</TextLink>,
          },
          { key: 'firm', header: t('subsidy.firm'), cell: (p) => p.firm },
          {
            key: 'scheme',
            header: t('subsidy.scheme'),
            cell: (p) => (locale === 'en' ? p.schemeEn : p.schemeZh),
          },
          {
            key: 'balance',
            header: t('subsidy.balance'),
            align: 'end',
            cell: (p) => <Money fen={p.balanceFen} style="short" />,
          },
          { key: 'paid', header: t('subsidy.paid'), align: 'end', cell: (p) => <Money fen={p.paidFen} /> },
          {
            key: 'expected',
            header: t('subsidy.expected'),
            align: 'end',
            cell: (p) => <Money fen={p.expectedFen} />,
          },
        ]}
      />
      <KeysetPager
        previous={page > 0 ? address(page - 1) : undefined}
        next={more ? address(page + 1) : undefined}
        shown={positions.length}
      />
      <Rewards rows={rewards} by="quarter" />
    </div>
  );
}
