import { guaranteeText } from '~/text/guarantee.ts';
import { type ContractShown, ContractTable } from '~/ui/guarantee/contract-table.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { useText } from '~/ui/text.ts';

export type ContractListProps = {
  readonly which: 'requests' | 'contracts';
  readonly contracts: readonly ContractShown[];
  readonly page: number;
  readonly more: boolean;
};

/** A guarantor's inbox, or its contracts. */
export function ContractList({ which, contracts, page, more }: ContractListProps) {
  const t = useText(guaranteeText);
  const base = which === 'requests' ? '/guarantee' : '/guarantee/contracts';
  const address = (p: number) => `${base}?page=${p}`;
  return (
    <div className="stack-lg">
      <PageHeader title={t(`guarantee.${which}`)} lede={t(`guarantee.${which}-lede`)} />
      <ContractTable
        side="guarantor"
        caption={t(`guarantee.${which}`)}
        contracts={contracts}
        empty={
          <EmptyState title={t(`guarantee.${which}-empty`)}>{t(`guarantee.${which}-empty-next`)}</EmptyState>
        }
      />
      <KeysetPager
        previous={page > 0 ? address(page - 1) : undefined}
        next={more ? address(page + 1) : undefined}
        shown={contracts.length}
      />
    </div>
  );
}
