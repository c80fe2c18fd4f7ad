import type { ProductBody } from '~/domain/product/body.ts';

/** Terms of a product that versions are compared by, in the order of the form. */
export const comparedTerms = [
  'nameZh',
  'nameEn',
  'segment',
  'zones',
  'minFen',
  'maxFen',
  'minTermMonths',
  'maxTermMonths',
  'rateRule',
  'feePpm',
  'guaranteeFeePpm',
  'methods',
  'collateral',
  'purposes',
  'quotaFen',
  'validTo',
  'eligibilityText',
] as const satisfies readonly (keyof ProductBody)[];
export type ComparedTerm = (typeof comparedTerms)[number];
