import { type Fen, fen } from '~/domain/kernel/money.ts';
import { ppm } from '~/domain/kernel/rate.ts';
import type { ProductBody } from '~/domain/product/body.ts';
import type { Product } from '~/domain/product/product.ts';
import type { ShelvedProduct } from '~/server/product/store.ts';

const digits = (fen: bigint | null): string | null => (fen === null ? null : String(fen));

/** What the shelf says of a product, as a version says it. */
export const bodyOf = (p: ShelvedProduct): ProductBody => ({
  nameZh: p.nameZh,
  nameEn: p.nameEn,
  segment: p.segment,
  zones: p.zones,
  minFen: digits(p.minFen),
  maxFen: digits(p.maxFen),
  minTermMonths: p.minTermMonths,
  maxTermMonths: p.maxTermMonths,
  rateRule: p.rateRule,
  feePpm: p.feePpm,
  guaranteeFeePpm: p.guaranteeFeePpm,
  methods: p.methods,
  collateral: p.collateral,
  purposes: p.purposes,
  quotaFen: digits(p.quotaFen),
  validTo: p.validTo,
  eligibility: p.eligibility,
  eligibilityText: p.eligibilityText,
});

const fenOf = (text: string | null): Fen | null => (text === null ? null : fen(BigInt(text)));

/** A product as another of its versions says it. */
export const productAt = (product: Product, body: ProductBody): Product => ({
  ...product,
  ...body,
  minFen: fenOf(body.minFen),
  maxFen: fenOf(body.maxFen),
  feePpm: ppm(body.feePpm),
  guaranteeFeePpm: ppm(body.guaranteeFeePpm),
});
