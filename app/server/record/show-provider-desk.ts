import { type Freshness, freshnessOf } from '~/domain/catalogue/freshness.ts';
import { type Item, isDeliverable, type Named } from '~/domain/catalogue/item.ts';
import { addDays, addMonths, type Day, dayAt, startOf } from '~/domain/kernel/day.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  countMonths,
  countWaiting,
  findItemStatus,
  type ItemStatus,
  type MonthCount,
} from '~/server/record/store-deliveries.ts';

/** How a department stands with one of its items; counts are of the last 90 days. */
export type SuppliedItem = {
  readonly code: string;
  readonly name: Named;
  readonly period: Item['period'];
  readonly freshDays: number;
  readonly deliverable: boolean;
  readonly lastDelivery: Day | null;
  readonly freshness: Freshness;
  readonly accepted: number;
  readonly duplicate: number;
  readonly quarantined: number;
  readonly waiting: number;
};

const months = 6;
const recentDays = 90;

/** A provider's desk: each of its items with its freshness, and what it delivered month by month. */
export function showProviderDesk(actor: Actor) {
  const { institutionId } = asInstitution(actor);
  const today = clock.today();
  const firstMonth = addMonths(`${today.slice(0, 7)}-01` as Day, 1 - months);
  return withActor(actor, async (tx) => {
    const items = [...(await readCatalogue(tx, today)).values()].filter(
      (item) => item.providerId === institutionId,
    );
    const status = new Map(
      (await findItemStatus(tx, institutionId, startOf(addDays(today, -recentDays)))).map((each) => [
        each.item,
        each,
      ]),
    );
    const waiting = new Map((await countWaiting(tx, institutionId)).map((each) => [each.item, each.waiting]));
    const counted = await countMonths(tx, institutionId, startOf(firstMonth));
    return {
      items: items.map((item) =>
        suppliedItem(item, status.get(item.code), waiting.get(item.code) ?? 0, today),
      ),
      months: Array.from({ length: months }, (_, i) =>
        monthOf(addMonths(firstMonth, i).slice(0, 7), counted),
      ),
    };
  });
}

const monthOf = (month: string, counted: readonly MonthCount[]): MonthCount =>
  counted.find((each) => each.month === month) ?? { month, accepted: 0, duplicate: 0, quarantined: 0 };

export function suppliedItem(
  item: Item,
  status: ItemStatus | undefined,
  waiting: number,
  today: Day,
): SuppliedItem {
  const lastDelivery = status ? dayAt(status.delivered_at) : null;
  return {
    code: item.code,
    name: item.name,
    period: item.period,
    freshDays: item.freshDays,
    deliverable: isDeliverable(item),
    lastDelivery,
    freshness: freshnessOf(item, lastDelivery, today),
    accepted: status?.accepted ?? 0,
    duplicate: status?.duplicate ?? 0,
    quarantined: status?.quarantined ?? 0,
    waiting,
  };
}
