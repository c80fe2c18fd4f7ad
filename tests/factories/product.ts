import type { InstitutionId, ProductId } from '~/domain/kernel/id.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import type { Product } from '~/domain/product/product.ts';

/** An unsecured product at 3.65 % without conditions; a test names only what matters to it. The code is its id too. */
export const productWith = (wish: Partial<Product> = {}): Product => ({
  id: (wish.code ?? 'product') as ProductId,
  institutionId: 'bank' as InstitutionId,
  code: 'product',
  nameZh: '信用贷',
  nameEn: 'Credit loan',
  segment: 'micro-small',
  zones: [],
  minFen: null,
  maxFen: null,
  minTermMonths: null,
  maxTermMonths: null,
  rateRule: { kind: 'fixed', ppm: 36_500 },
  feePpm: ppm(0),
  guaranteeFeePpm: ppm(0),
  methods: ['equal-instalment'],
  collateral: ['credit'],
  purposes: [],
  eligibility: { kind: 'all', rules: [] },
  eligibilityText: null,
  sourceNote: null,
  sourceGrade: null,
  example: false,
  ...wish,
});
