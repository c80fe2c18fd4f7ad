import { compensationText } from '~/text/compensation.ts';
import { OpenPoolForm, type SchemeWithoutPool } from '~/ui/compensation/pool-forms.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Money } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type PoolEntry = {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly balanceFen: string;
  readonly heldFen: string;
  readonly freeFen: string;
  readonly waitingFen: string;
  readonly open: number;
};

/** All pools with their money. */
export function PoolList({
  pools,
  schemes,
}: {
  readonly pools: readonly PoolEntry[];
  readonly schemes: readonly SchemeWithoutPool[];
}) {
  const t = useText(compensationText);
  const locale = useLocale();
  return (
    <div className="stack-lg">
      <PageHeader title={t('comp.pools.title')} lede={t('comp.pools.lede')} />
      <DataTable
        caption={t('comp.pools.title')}
        captionHidden
        rows={pools}
        rowKey={(pool) => pool.id}
        columns={[
          {
            key: 'name',
            header: t('comp.pool'),
            primary: true,
            cell: (p) => (
              <TextLink to={`/operator/pools/${p.id}`}>{locale === 'en' ? p.nameEn : p.nameZh}</TextLink>
            ),
          },
          {
            key: 'balance',
            header: t('comp.pool.balance'),
            align: 'end',
            cell: (p) => <Money fen={p.balanceFen} />,
          },
          { key: 'held', header: t('comp.pool.held'), align: 'end', cell: (p) => <Money fen={p.heldFen} /> },
          { key: 'free', header: t('comp.pool.free'), align: 'end', cell: (p) => <Money fen={p.freeFen} /> },
          {
            key: 'waiting',
            header: t('comp.pool.waiting'),
            align: 'end',
            cell: (p) => <Money fen={p.waitingFen} />,
          },
          { key: 'open', header: t('comp.pool.open'), align: 'end', cell: (p) => p.open },
        ]}
        empty={<EmptyState title={t('comp.pools.empty')}>{t('comp.pools.empty-next')}</EmptyState>}
      />
      <OpenPoolForm schemes={schemes} />
    </div>
  );
}
