import type { Need } from '~/domain/need/need.ts';
import type { Product } from '~/domain/product/product.ts';

type Wish = Pick<Need, 'purpose' | 'method'>;
type Offer = Pick<Product, 'methods' | 'purposes' | 'collateral'>;

/**
 * How many wishes of a need a product meets, 0 to 3 (the published rule): it offers the repayment that is preferred, it
 * is made for the purpose rather than for any, and it asks for no security.
 */
export function fitOf({ purpose, method }: Wish, { methods, purposes, collateral }: Offer): number {
  const wishes = [
    method !== null && methods.includes(method),
    purposes.includes(purpose),
    collateral.includes('credit'),
  ];
  return wishes.filter(Boolean).length;
}
