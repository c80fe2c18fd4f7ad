import { Form } from '@remix-run/react';
import { productText } from '~/text/product.ts';
import { Button, LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { KeysetPager } from '~/ui/parts/pager.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import {
  ExampleBadge,
  useAmountText,
  useCollateralText,
  useProductNames,
  useRateText,
  useTermText,
  ZoneBadges,
} from '~/ui/product/product-facts.tsx';
import { ShelfFilters } from '~/ui/product/shelf-filters.tsx';
import { shelfHref } from '~/ui/product/shelf-href.ts';
import type { ShelfData, ShelfRow } from '~/ui/product/shelf-row.ts';
import { ZoneLinks } from '~/ui/product/zone-links.tsx';
import { useText } from '~/ui/text.ts';
import { useMayApply } from './may-apply.ts';

/** The product shelf, open to everybody: zones, filters, full text, and the terms side by side. */
export function ShelfPage({ shelf }: { shelf: ShelfData }) {
  const t = useText(productText);
  const { query, rows, total, pages } = shelf;
  const page = (to: number) => (to >= 1 && to <= pages ? shelfHref(query, { page: to }) : null);
  const mayApply = useMayApply();
  return (
    <>
      <PageHeader
        title={t('shelf.title')}
        lede={t('shelf.lede')}
        actions={
          <>
            <LinkButton to="/how-matching-works" variant="secondary">
              {t('shelf.how')}
            </LinkButton>
            {mayApply ? <LinkButton to="/my/needs/new">{t('shelf.match')}</LinkButton> : null}
          </>
        }
      />
      <div className="stack">
        <ZoneLinks query={query} counts={shelf.facets.zone} />
        <ShelfFilters query={query} facets={shelf.facets} />
        <p aria-live="polite" className="font-semibold">
          {query.q
            ? t(shelf.near ? 'shelf.near-for' : 'shelf.found-for', total, query.q)
            : t('shelf.found', total)}
        </p>
        <Form method="get" action="/products/compare" className="stack">
          <ShelfTable rows={rows} />
          {rows.length > 1 ? <CompareBar /> : null}
        </Form>
        {pages > 1 ? (
          <KeysetPager
            previous={page(query.page - 1)}
            next={page(query.page + 1)}
            shown={rows.length}
            total={total}
          />
        ) : null}
      </div>
    </>
  );
}

function CompareBar() {
  const t = useText(productText);
  return (
    <div className="no-print sticky bottom-0 z-2 -mx-1 flex flex-wrap items-center gap-3 border-t border-line-strong bg-paper px-1 py-3">
      <Button variant="secondary">{t('compare.do')}</Button>
      <p className="text-sm text-ink-soft">{t('compare.hint')}</p>
    </div>
  );
}

function ShelfTable({ rows }: { rows: readonly ShelfRow[] }) {
  const t = useText(productText);
  const columns = useShelfColumns();
  return (
    <DataTable
      caption={t('shelf.caption')}
      captionHidden
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      empty={
        <EmptyState
          title={t('shelf.none')}
          action={<LinkButton to="/products">{t('shelf.clear')}</LinkButton>}
        >
          {t('shelf.none-next')}
        </EmptyState>
      }
    />
  );
}

function useShelfColumns(): Column<ShelfRow>[] {
  const t = useText(productText);
  const names = useProductNames();
  const rate = useRateText();
  const amount = useAmountText();
  const term = useTermText();
  const collateral = useCollateralText();
  return [
    {
      key: 'name',
      header: t('product.name'),
      primary: true,
      cell: (row) => (
        <>
          <label className="-my-2 -ml-2.5 inline-flex size-10 cursor-pointer items-center justify-center align-middle">
            <span className="sr-only">{t('compare.choose', names(row).name)}</span>
            <input type="checkbox" name="p" value={row.id} className="size-4.5 accent-brand-700" />
          </label>
          <TextLink to={`/products/${row.id}`}>{names(row).name}</TextLink>{' '}
          {row.example ? <ExampleBadge /> : null}
          <span className="block text-sm font-normal text-ink-soft">{names(row).bank}</span>
        </>
      ),
    },
    { key: 'rate', header: t('product.rate'), cell: rate },
    { key: 'amount', header: t('product.amount'), cell: amount, className: 'whitespace-nowrap' },
    { key: 'term', header: t('product.term'), cell: term },
    { key: 'collateral', header: t('product.collateral'), cell: (row) => collateral(row.collateral) },
    {
      key: 'zones',
      header: t('product.zones'),
      cell: (row) => (row.zones.length > 0 ? <ZoneBadges zones={row.zones} /> : '–'),
    },
  ];
}
