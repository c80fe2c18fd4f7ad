import { overviewText } from '~/text/overview.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Money } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { useLocale, useText } from '~/ui/text.ts';

export type OwnProduct = {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly state: string;
  readonly minFen: string | null;
  readonly maxFen: string | null;
  readonly pending: number;
  readonly approved: number;
  readonly declined: number;
  readonly lentFen: string;
};

/** A bank's products with what became of the applications for them. */
export function OwnProducts({ products }: { products: readonly OwnProduct[] }) {
  const t = useText(overviewText);
  const locale = useLocale();
  const name = (p: OwnProduct) => (locale === 'en' ? p.nameEn : p.nameZh);
  const columns: Column<OwnProduct>[] = [
    {
      key: 'name',
      header: t('own-products.name'),
      primary: true,
      cell: (p) =>
        p.state === 'published' ? <TextLink to={`/products/${p.id}`}>{name(p)}</TextLink> : name(p),
    },
    {
      key: 'state',
      header: t('own-products.state'),
      cell: (p) => (
        <Badge tone={p.state === 'published' ? 'good' : 'mute'}>
          {t(p.state === 'published' ? 'own-products.published' : 'own-products.off-shelf')}
        </Badge>
      ),
    },
    {
      key: 'amount',
      header: t('own-products.amount'),
      align: 'end',
      cell: (p) => (
        <>
          {p.minFen ? <Money fen={p.minFen} style="short" /> : null} –{' '}
          {p.maxFen ? <Money fen={p.maxFen} style="short" /> : '…'}
        </>
      ),
    },
    { key: 'pending', header: t('own-products.pending'), align: 'end', cell: (p) => p.pending },
    { key: 'approved', header: t('own-products.approved'), align: 'end', cell: (p) => p.approved },
    { key: 'declined', header: t('own-products.declined'), align: 'end', cell: (p) => p.declined },
    {
      key: 'lent',
      header: t('own-products.lent'),
      align: 'end',
      cell: (p) => <Money fen={p.lentFen} style="short" />,
    },
  ];
  return (
    <div className="stack-lg">
      <PageHeader title={t('own-products.title')} lede={t('own-products.lede')} />
      <DataTable
        caption={t('own-products.title')}
        captionHidden
        columns={columns}
        rows={products}
        rowKey={(p) => p.id}
        empty={<EmptyState title={t('own-products.empty')} />}
      />
    </div>
  );
}
