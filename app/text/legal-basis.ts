import type { Locale } from '~/text/define.ts';

/** The legal basis of a version of policy data or of an item, in both languages. */
export type Basis = { readonly legalBasis: string; readonly legalBasisEn: string };

/** A legal basis for a reader of a language; one of before English was asked for stands in Chinese. */
export const basisIn = ({ legalBasis, legalBasisEn }: Basis, locale: Locale): string =>
  locale === 'en' ? legalBasisEn || legalBasis : legalBasis;
