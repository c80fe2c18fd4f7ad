import type { Item } from '~/domain/catalogue/item.ts';
import { addYears, type Day } from '~/domain/kernel/day.ts';
import type { Fact } from './fact.ts';

type Retained = Pick<Item, 'retentionYears' | 'retentionStart'>;

/**
 * The day from which a negative record is no longer shown or used (domain.md §2.2: 征信条例 16 counts from the end of
 * the act, 浙江 from its determination; the item says which). Null while it has no term: an act that has not ended,
 * a record without a date, an item without retention.
 */
export function retainedUntil(fact: Pick<Fact, 'occurredOn' | 'endedOn'>, item: Retained): Day | null {
  const start = item.retentionStart === 'end' ? fact.endedOn : fact.occurredOn;
  return item.retentionYears === null || start === null ? null : addYears(start, item.retentionYears);
}
