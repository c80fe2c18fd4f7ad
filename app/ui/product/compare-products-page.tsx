import type { PriceView } from '~/domain/product/price-view.ts';
import { productText } from '~/text/product.ts';
import { methodWords, purposeWords } from '~/text/product-words.ts';
import { fenToInput, showFen, showPpm } from '~/ui/format.ts';
import { AmountField, NumberField } from '~/ui/parts/amount-field.tsx';
import { LinkButton, TextLink } from '~/ui/parts/button.tsx';
import { EmptyState } from '~/ui/parts/empty-state.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { Notice } from '~/ui/parts/notice.tsx';
import { PageHeader } from '~/ui/parts/page-header.tsx';
import { type Column, DataTable } from '~/ui/parts/table.tsx';
import {
  useAmountText,
  useCollateralText,
  useProductNames,
  useRateText,
  useTermText,
} from '~/ui/product/product-facts.tsx';
import type { ProductDetails } from '~/ui/product/product-terms.tsx';
import { useLocale, useText } from '~/ui/text.ts';

type Compared = ProductDetails & { readonly price: PriceView | null };

type CompareProductsPageProps = {
  readonly products: readonly Compared[];
  readonly leftOut: number;
  readonly amountFen: string;
  readonly term: number;
};

/** Up to four products side by side at the same amount and term. */
export function CompareProductsPage({ products, leftOut, amountFen, term }: CompareProductsPageProps) {
  const t = useText(productText);
  return (
    <>
      <PageHeader
        title={t('compare.title')}
        lede={t('compare.lede')}
        trail={[{ label: t('shelf.title'), to: '/products' }, { label: t('compare.title') }]}
      />
      {products.length === 0 ? (
        <EmptyState
          title={t('compare.none')}
          action={<LinkButton to="/products">{t('shelf.title')}</LinkButton>}
        >
          {t('compare.none-next')}
        </EmptyState>
      ) : (
        <div className="stack">
          {leftOut > 0 ? <Notice tone="info" title={t('compare.left-out', leftOut)} /> : null}
          <FilterBar
            values={{ amount: fenToInput(amountFen, 'wan'), term: String(term) }}
            action="/products/compare"
            clearTo={`/products/compare?p=${products.map((each) => each.id).join(',')}`}
            active={0}
          >
            {products.map((each) => (
              <input key={each.id} type="hidden" name="p" value={each.id} />
            ))}
            <AmountField name="amount" unit="wan" label={t('compare.amount')} />
            <NumberField name="term" label={t('compare.term')} unit={t('shelf.months')} />
          </FilterBar>
          <ComparedTable products={products} />
        </div>
      )}
    </>
  );
}

type Point = { readonly key: string; readonly label: string; readonly tell: (p: Compared) => string };

function ComparedTable({ products }: { products: readonly Compared[] }) {
  const t = useText(productText);
  const names = useProductNames();
  const points = usePoints(products);
  const columns: Column<Point>[] = [
    { key: 'point', header: t('compare.point'), primary: true, cell: (point) => point.label },
    ...products.map((product) => ({
      key: product.id,
      header: `${names(product).name} · ${names(product).bank}`,
      cell: (point: Point) =>
        point.key === 'name' ? (
          <TextLink to={`/products/${product.id}`}>{point.tell(product)}</TextLink>
        ) : (
          point.tell(product)
        ),
    })),
  ];
  return (
    <DataTable
      caption={t('compare.title')}
      captionHidden
      columns={columns}
      rows={points}
      rowKey={(point) => point.key}
    />
  );
}

function usePoints(products: readonly Compared[]): Point[] {
  const t = useText(productText);
  const locale = useLocale();
  const names = useProductNames();
  const [rate, amount, term] = [useRateText(), useAmountText(), useTermText()];
  const collateral = useCollateralText();
  const join = (words: readonly string[]) => words.join(locale === 'en' ? ', ' : '、');
  const lowest = lowestNet(products);
  const net = ({ price }: Compared) => {
    if (!price) return t('compare.no-price');
    const shown = showFen(price.netFen, locale);
    return price.netFen === lowest && products.length > 1 ? `${shown} (${t('compare.lowest')})` : shown;
  };
  const fee = (ppm: number) => (ppm === 0 ? t('product.free') : showPpm(ppm, locale));
  const methods = (p: Compared) =>
    join(p.methods.map((m) => methodWords[m][locale])) || t('product.not-published');
  const purposes = (p: Compared) =>
    join(p.purposes.map((each) => purposeWords[each][locale])) || t('product.any-purpose');
  const apr = ({ price }: Compared) => (price && price.apr !== null ? showPpm(price.apr, locale) : '–');
  return [
    { key: 'name', label: t('product.name'), tell: (p) => names(p).name },
    { key: 'net', label: t('compare.net'), tell: net },
    { key: 'apr', label: t('compare.apr'), tell: apr },
    { key: 'rate', label: t('product.rate'), tell: rate },
    { key: 'amount', label: t('product.amount'), tell: amount },
    { key: 'term', label: t('product.term'), tell: term },
    { key: 'collateral', label: t('product.collateral'), tell: (p) => collateral(p.collateral) },
    { key: 'methods', label: t('product.methods'), tell: methods },
    { key: 'purposes', label: t('product.purposes'), tell: purposes },
    { key: 'fee', label: t('product.fee'), tell: (p) => fee(p.feePpm) },
    { key: 'guarantee', label: t('product.guarantee-fee'), tell: (p) => fee(p.guaranteeFeePpm) },
  ];
}

const lowestNet = (products: readonly Compared[]): string | null =>
  products
    .flatMap(({ price }) => (price ? [price.netFen] : []))
    .reduce<string | null>(
      (least, fen) => (least === null || BigInt(fen) < BigInt(least) ? fen : least),
      null,
    );
