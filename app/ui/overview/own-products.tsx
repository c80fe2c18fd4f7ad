import { overviewText } from '~/text/overview.ts';
import { useReply } from '~/ui/command-form.tsx';
import { Badge } from '~/ui/parts/badge.tsx';
import { TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { Money } from '~/ui/parts/figures.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import { type DraftRow, NextVersion, ProductDrafts, StartProduct } from '~/ui/product/product-drafts.tsx';
import { RefusalNotice } from '~/ui/refusal-notice.tsx';
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

type OwnProductsProps = {
  readonly products: readonly OwnProduct[];
  readonly drafts: { readonly mayDraft: boolean; readonly rows: readonly DraftRow[] };
};

/** A bank's products with what became of the applications for them, and the versions in the making. */
export function OwnProducts({ products, drafts }: OwnProductsProps) {
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
  const [next, takeOff] = [useReply('next'), useReply('take-off')];
  const replyTo = next ?? takeOff;
  const busy = new Set(drafts.rows.map((row) => row.productId));
  if (drafts.mayDraft)
    columns.push({
      key: 'next',
      header: t('own-products.next'),
      cell: (p) => (busy.has(p.id) ? null : <NextVersion product={p} name={name(p)} />),
    });
  return (
    <div className="stack-lg">
      <PageHeader title={t('own-products.title')} lede={t('own-products.lede')} />
      <RefusalNotice reply={replyTo} />
      <ProductDrafts rows={drafts.rows} />
      <DataTable
        caption={t('own-products.title')}
        captionHidden
        columns={columns}
        rows={products}
        rowKey={(p) => p.id}
        empty={<EmptyState title={t('own-products.empty')} />}
      />
      {drafts.mayDraft ? <StartProduct /> : null}
    </div>
  );
}
