import { wan } from '~/domain/kernel/money.ts';
import type { Wish } from '~/domain/product/price.ts';

/**
 * What a firm that has stated no need is matched for: 500,000 yuan for a year of working capital, without a pledge and
 * with any repayment. The smallest common request: products for more, for longer or with security come out as "not yet"
 * with the change of the need as their distance, never as out of reach.
 */
export const defaultNeed: Wish = {
  amountFen: wan(50),
  termMonths: 12,
  purpose: 'working-capital',
  collateral: [],
  method: null,
};
