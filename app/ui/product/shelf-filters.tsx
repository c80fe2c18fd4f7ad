import { shelfSorts } from '~/domain/product/shelf.ts';
import { productText } from '~/text/product.ts';
import { collateralWords, segmentWords } from '~/text/product-words.ts';
import { AmountField, NumberField } from '~/ui/parts/amount-field.tsx';
import { FilterBar } from '~/ui/parts/filter-bar.tsx';
import { SelectField } from '~/ui/parts/select-field.tsx';
import { TextField } from '~/ui/parts/text-field.tsx';
import { shelfHref } from '~/ui/product/shelf-href.ts';
import type { FacetCount, ShelfData, ShelfQuery } from '~/ui/product/shelf-row.ts';
import { useLocale, useText } from '~/ui/text.ts';

const narrowing = [
  'q',
  'bank',
  'audience',
  'segment',
  'collateral',
  'offer',
  'amount',
  'term',
  'rate',
] as const;

const folded = ['bank', 'segment', 'collateral', 'offer', 'term', 'rate'] as const;

/** Search box and filters; each choice says how many products it leaves. */
export function ShelfFilters({ query, facets }: { query: ShelfQuery; facets: ShelfData['facets'] }) {
  const t = useText(productText);
  const values = Object.fromEntries(narrowing.map((name) => [name, query[name] ?? '']));
  const active = narrowing.filter((name) => query[name]).length;
  const isOpen = folded.some((name) => query[name]);
  const clearTo = shelfHref({
    ...query,
    ...Object.fromEntries(narrowing.map((name) => [name, undefined])),
    q: '',
  });
  return (
    <FilterBar values={{ ...values, sort: query.sort }} clearTo={clearTo} active={active} action="/products">
      {query.zone ? <input type="hidden" name="zone" value={query.zone} /> : null}
      <TextField name="q" label={t('shelf.search')} hint={t('shelf.search-hint')} type="search" />
      <AudienceField counts={facets.audience} />
      <AmountField name="amount" unit="wan" label={t('shelf.amount')} />
      <SelectField
        name="sort"
        label={t('shelf.sort')}
        options={shelfSorts.map((value) => ({ value, label: t(`shelf.sort.${value}`) }))}
      />
      <details open={isOpen} className="w-full">
        <summary className="inline-flex min-h-10 items-center font-medium text-brand-600 underline underline-offset-4">
          {t('shelf.more-filters')}
        </summary>
        <div className="mt-3 flex flex-wrap items-end gap-x-4 gap-y-3 [&>div]:w-full [&>div]:sm:w-auto [&>div]:sm:min-w-44">
          <FacetFields facets={facets} />
          <NumberField name="term" label={t('shelf.term')} unit={t('shelf.months')} />
          <NumberField name="rate" label={t('shelf.rate')} unit="%" decimal />
        </div>
      </details>
    </FilterBar>
  );
}

function FacetFields({ facets }: { facets: ShelfData['facets'] }) {
  const t = useText(productText);
  const locale = useLocale();
  const option = (label: string, { value, count }: FacetCount) => ({
    value,
    label: t('shelf.option', label, count),
    disabled: count === 0,
  });
  const empty = t('shelf.any');
  return (
    <>
      <SelectField
        name="bank"
        label={t('shelf.bank')}
        empty={empty}
        options={facets.bank.map((facet) => option(locale === 'en' ? facet.en : facet.zh, facet))}
      />
      <SelectField
        name="segment"
        label={t('shelf.segment')}
        empty={empty}
        options={facets.segment.map((facet) => option(segmentWords[facet.value][locale], facet))}
      />
      <SelectField
        name="collateral"
        label={t('shelf.collateral')}
        empty={empty}
        options={facets.collateral.map((facet) => option(collateralWords[facet.value][locale], facet))}
      />
      <SelectField
        name="offer"
        label={t('shelf.offer')}
        empty={empty}
        options={facets.offer.map((facet) => option(t(`shelf.offer.${facet.value}`), facet))}
      />
    </>
  );
}

function AudienceField({ counts }: { counts: ShelfData['facets']['audience'] }) {
  const t = useText(productText);
  return (
    <SelectField
      name="audience"
      label={t('shelf.audience')}
      empty={t('shelf.any')}
      options={counts.map(({ value, count }) => ({
        value,
        label: t('shelf.option', t(`shelf.audience.${value}`), count),
        disabled: count === 0,
      }))}
    />
  );
}
