import { subsidyDeskText } from '~/text/subsidy.ts';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { ReclaimTable } from '~/ui/subsidy/reclaim-table.tsx';
import type { ReclaimShown } from '~/ui/subsidy/subsidy-shown.ts';
import { useText } from '~/ui/text.ts';

export type ReclaimListProps = {
  readonly reclaims: readonly ReclaimShown[];
  readonly page: number;
  readonly more: boolean;
};

/** Reports and what is being taken back. */
export function ReclaimList({ reclaims, page, more }: ReclaimListProps) {
  const t = useText(subsidyDeskText);
  const address = (p: number) => `/operator/reclaims?page=${p}`;
  return (
    <div className="stack-lg">
      <PageHeader
        trail={[{ label: t('desk.title'), to: '/operator/subsidies' }]}
        title={t('desk.reclaims')}
        lede={t('desk.reclaims-lede')}
      />
      <ReclaimTable
        reclaims={reclaims}
        withFirm
        to={(r) => `/operator/reclaims/${r.id}`}
        empty={<EmptyState title={t('desk.reclaims-empty')}>{t('desk.reclaims-empty-next')}</EmptyState>}
      />
      <KeysetPager
        previous={page > 0 ? address(page - 1) : undefined}
        next={more ? address(page + 1) : undefined}
        shown={reclaims.length}
      />
    </div>
  );
}
