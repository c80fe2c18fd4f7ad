import type { Day, DayPrecision } from '~/domain/kernel/day.ts';
import type { BatchId, EnterpriseId, FactId, InstitutionId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';

/**
 * One fact about one firm as it is used: live, not superseded, revoked or sealed.
 * What `amount`, `quantity` and `category` mean is written in the catalogue item.
 */
export type Fact = {
  readonly id: FactId;
  readonly enterpriseId: EnterpriseId;
  /** Code of the catalogue item, such as `tax.arrears`. */
  readonly item: string;
  /** When it was true from; of month or year precision this is the first day of the period. */
  readonly occurredOn: Day | null;
  readonly precision: DayPrecision;
  /** When it stopped being true; null while it lasts or when the item has no end. */
  readonly endedOn: Day | null;
  readonly amount: Fen | null;
  /** A count or ppm, as the item says; null counts as one record. */
  readonly quantity: number | null;
  readonly category: string | null;
  /** When the platform learnt it. */
  readonly knownAt: Date;
  readonly batchId: BatchId;
  readonly providerId: InstitutionId;
};

/** Whether the fact holds on the day: it had begun (an unknown beginning counts as begun) and has not ended. */
export const holdsOn = (fact: Pick<Fact, 'occurredOn' | 'endedOn'>, day: Day): boolean =>
  (fact.occurredOn === null || fact.occurredOn <= day) && (fact.endedOn === null || fact.endedOn > day);

/** How many records the row stands for: its quantity when the item counts records, else one. */
export const recordsIn = (fact: Pick<Fact, 'quantity'>): number => fact.quantity ?? 1;
