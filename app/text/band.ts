import { type Bands, boundsOf } from '~/domain/catalogue/bands.ts';
import { catalogueDeskText } from '~/text/catalogue-desk.ts';
import { defineText, type Locale, translate } from '~/text/define.ts';
import { showCount, showFen } from '~/text/format.ts';

const words = defineText({
  'band.below': { 'zh-CN': (to: string) => `不足 ${to}`, en: (to: string) => `below ${to}` },
  'band.from': { 'zh-CN': (from: string) => `${from}及以上`, en: (from: string) => `${from} or more` },
  'band.between': {
    'zh-CN': (from: string, to: string) => `${from}及以上、不足 ${to}`,
    en: (from: string, to: string) => `${from} to below ${to}`,
  },
});

/** One band in words; `unit` is that of the item's quantity. */
export function bandInWords(bands: Bands, band: number, unit: string | null, locale: Locale): string {
  const t = translate(words, locale);
  const units = translate(catalogueDeskText, locale);
  const unitWord = unit === null ? '' : ` ${units(`catalogue.unit.${unit}` as 'catalogue.unit.person')}`;
  const figure = (edge: string) =>
    bands.of === 'amount' ? showFen(edge, locale, 'short') : `${showCount(BigInt(edge), locale)}${unitWord}`;
  const { from, below } = boundsOf(bands, band);
  if (from === null) return below === null ? '' : t('band.below', figure(below));
  return below === null ? t('band.from', figure(from)) : t('band.between', figure(from), figure(below));
}

/** Every band of an item, from the lowest. */
export const bandsInWords = (bands: Bands, unit: string | null, locale: Locale): string =>
  Array.from({ length: bands.edges.length + 1 }, (_, band) => bandInWords(bands, band, unit, locale)).join(
    locale === 'en' ? '; ' : '；',
  );
