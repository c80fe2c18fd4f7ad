import type { Collateral, Zone } from '~/domain/product/vocabulary.ts';
import { productText } from '~/text/product.ts';
import { collateralWords, zoneWords } from '~/text/product-words.ts';
import { showFen, showPpm } from '~/ui/format.ts';
import { Badge } from '~/ui/parts/badge.tsx';
import type { ShelfRow } from '~/ui/product/shelf-row.ts';
import { useLocale, useText } from '~/ui/text.ts';

type Rates = Pick<ShelfRow, 'lowestPpm' | 'highestPpm'>;

/** The yearly rate as published: one figure, a range, "from", or "ask the bank". */
export function useRateText(): (rates: Rates) => string {
  const t = useText(productText);
  const locale = useLocale();
  return ({ lowestPpm: low, highestPpm: high }) => {
    if (low === null && high === null) return t('product.rate-unpublished');
    if (high === null) return t('product.rate-from', showPpm(low ?? 0, locale));
    if (low === null) return t('product.rate-to', showPpm(high, locale));
    return low === high ? showPpm(low, locale) : `${showPpm(low, locale)}–${showPpm(high, locale)}`;
  };
}

type Amounts = Pick<ShelfRow, 'minFen' | 'maxFen'>;

export function useAmountText(): (amounts: Amounts) => string {
  const t = useText(productText);
  const locale = useLocale();
  const show = (fen: string) => showFen(fen, locale, 'short');
  return ({ minFen, maxFen }) => {
    if (minFen !== null && maxFen !== null) return `${show(minFen)}–${show(maxFen)}`;
    if (maxFen !== null) return t('product.up-to', show(maxFen));
    return minFen === null ? t('product.not-published') : t('product.from', show(minFen));
  };
}

type Terms = Pick<ShelfRow, 'minTermMonths' | 'maxTermMonths'>;

export function useTermText(): (terms: Terms) => string {
  const t = useText(productText);
  return ({ minTermMonths: least, maxTermMonths: most }) => {
    if (least !== null && most !== null)
      return t('product.months', least === most ? `${most}` : `${least}–${most}`);
    if (most !== null) return t('product.up-to', t('product.months', `${most}`));
    return least === null ? t('product.not-published') : t('product.from', t('product.months', `${least}`));
  };
}

/** A product's name and its bank's in the page's language. */
export function useProductNames() {
  const locale = useLocale();
  return (row: Pick<ShelfRow, 'nameZh' | 'nameEn' | 'bankZh' | 'bankEn'>) =>
    locale === 'en' ? { name: row.nameEn, bank: row.bankEn } : { name: row.nameZh, bank: row.bankZh };
}

/** A closed list in words, such as the kinds of security. */
export function useCollateralText(): (kinds: readonly Collateral[]) => string {
  const t = useText(productText);
  const locale = useLocale();
  return (kinds) =>
    kinds.length === 0
      ? t('product.not-published')
      : kinds.map((kind) => collateralWords[kind][locale]).join(locale === 'en' ? ', ' : '、');
}

export function ExampleBadge() {
  const t = useText(productText);
  return (
    <Badge tone="info" className="align-middle">
      <span title={t('product.example-long')}>{t('product.example')}</span>
    </Badge>
  );
}

export function ZoneBadges({ zones }: { zones: readonly Zone[] }) {
  const locale = useLocale();
  return (
    <span className="inline-flex flex-wrap gap-1">
      {zones.map((zone) => (
        <Badge key={zone}>{zoneWords[zone][locale]}</Badge>
      ))}
    </span>
  );
}
