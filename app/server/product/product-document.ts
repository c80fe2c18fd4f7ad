import type { SearchDocument } from '#search/documents.ts';
import type { ShelvedProduct } from '~/server/product/store.ts';
import { locales } from '~/text/define.ts';
import { collateralWords, purposeWords, segmentWords, zoneWords } from '~/text/product-words.ts';

/** What a product is found by: its names, its bank, its zones and terms in both languages, its conditions in words. */
export function productDocument(product: ShelvedProduct): SearchDocument {
  const words = locales.flatMap((locale) => [
    segmentWords[product.segment][locale],
    ...product.zones.map((zone) => zoneWords[zone][locale]),
    ...product.collateral.map((kind) => collateralWords[kind][locale]),
    ...product.purposes.map((purpose) => purposeWords[purpose][locale]),
  ]);
  const body = [product.nameEn, product.bankZh, product.bankEn, ...words, product.eligibilityText ?? ''];
  return {
    kind: 'product',
    id: product.id,
    title: product.nameZh,
    body: body.join(' '),
    facets: { zone: product.zones, collateral: product.collateral, segment: [product.segment] },
  };
}
