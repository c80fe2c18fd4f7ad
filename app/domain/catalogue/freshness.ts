import { type Day, daysBetween } from '~/domain/kernel/day.ts';
import type { Item } from './item.ts';

/** Whether an item is up to date: its provider has delivered in time, too long ago, or never. */
export type Freshness = 'fresh' | 'stale' | 'never';

/**
 * An item is judged by its provider's last delivery, not by the firm's last record: a firm without penalties is up to
 * date as long as the register of penalties is (domain.md row A5, timeliness).
 */
export function freshnessOf(item: Pick<Item, 'freshDays'>, lastDelivery: Day | null, today: Day): Freshness {
  if (lastDelivery === null) return 'never';
  return daysBetween(lastDelivery, today) <= item.freshDays ? 'fresh' : 'stale';
}
