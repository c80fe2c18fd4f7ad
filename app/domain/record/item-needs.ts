import type { Item } from '~/domain/catalogue/item.ts';

/** What a record of an item can carry besides its date. */
export type Figure = 'amount' | 'quantity' | 'category';

/** Categories that stand for "not said". */
const unsaid = ['unknown', 'other'];

/**
 * Whether a record of the item says nothing without the figure: a series (monthly, quarterly, yearly) needs its amount,
 * or the quantity when it has no amount and does not merely count records; an item with categories needs one unless
 * one of them means "not stated". Events stand for themselves.
 */
export function needs(item: Item, figure: Figure): boolean {
  if (figure === 'category')
    return item.categories.length > 0 && !item.categories.some(({ code }) => unsaid.includes(code));
  if (item.period === 'event') return false;
  if (figure === 'amount') return item.amount !== null;
  return item.amount === null && item.quantity !== null && item.quantity.unit !== 'count';
}
