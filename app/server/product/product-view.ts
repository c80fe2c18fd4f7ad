import { type Lpr, rateRange } from '~/domain/product/rate-rule.ts';
import type { Shelved } from '~/domain/product/shelf.ts';
import type { ShelvedProduct } from '~/server/product/store.ts';

export type PricedProduct = ShelvedProduct & Shelved;

/** A product with the rates that its rule gives under the prime rates of today. */
export function withRates(product: ShelvedProduct, lpr: Lpr): PricedProduct {
  const { lowest, highest } = rateRange(product.rateRule, lpr);
  return { ...product, lowestPpm: lowest, highestPpm: highest };
}

const digits = (fen: bigint | null): string | null => (fen === null ? null : String(fen));

/** A product as a list shows it. */
export const productRow = (p: PricedProduct) => ({
  id: p.id,
  nameZh: p.nameZh,
  nameEn: p.nameEn,
  bankZh: p.bankZh,
  bankEn: p.bankEn,
  example: p.example,
  segment: p.segment,
  zones: p.zones,
  collateral: p.collateral,
  minFen: digits(p.minFen),
  maxFen: digits(p.maxFen),
  minTermMonths: p.minTermMonths,
  maxTermMonths: p.maxTermMonths,
  lowestPpm: p.lowestPpm,
  highestPpm: p.highestPpm,
});
