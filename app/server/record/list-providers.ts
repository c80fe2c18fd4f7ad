import type { Named } from '~/domain/catalogue/item.ts';
import { addDays, type Day, startOf } from '~/domain/kernel/day.ts';
import { ratioPpm } from '~/domain/kernel/rate.ts';
import type { Actor } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type SuppliedItem, suppliedItem } from '~/server/record/show-provider-desk.ts';
import {
  countWaiting,
  findItemStatus,
  findProviders,
  type ProviderRow,
} from '~/server/record/store-deliveries.ts';

/** How a department stands as a source (domain.md row A5): timeliness and quality. */
export type ProviderStanding = {
  readonly id: string;
  readonly code: string;
  readonly name: Named;
  /** Items of the catalogue, and those of them that are collected at all. */
  readonly items: number;
  readonly deliverable: number;
  readonly lastDelivery: Day | null;
  /** Items that are overdue or were never delivered. */
  readonly late: readonly {
    readonly name: Named;
    readonly lastDelivery: Day | null;
    readonly freshDays: number;
  }[];
  /** Records of the last 90 days that went into quarantine; null when there were none. */
  readonly quarantinePpm: number | null;
  readonly waiting: number;
};

const recentDays = 90;

/** Every provider with its items, last delivery, late items and quarantine rate. */
export function listProviders(actor: Actor): Promise<readonly ProviderStanding[]> {
  const today = clock.today();
  return withActor(actor, async (tx) => {
    const catalogue = [...(await readCatalogue(tx, today)).values()];
    const status = new Map(
      (await findItemStatus(tx, null, startOf(addDays(today, -recentDays)))).map((each) => [each.item, each]),
    );
    const waiting = await countWaiting(tx, null);
    const providers = await findProviders(tx);
    const standings = providers.map((provider) => {
      const own = catalogue.filter(({ providerId }) => providerId === provider.id);
      const supplied = own.map((item) => ({
        item,
        view: suppliedItem(item, status.get(item.code), 0, today),
      }));
      const read = own.reduce((sum, { code }) => sum + (status.get(code)?.read ?? 0), 0);
      const waits = waiting.filter(({ provider_id }) => provider_id === provider.id);
      return standingOf(
        provider,
        supplied.map(({ view }) => view),
        read,
        waits.reduce((sum, w) => sum + w.waiting, 0),
      );
    });
    return standings.sort(byTrouble);
  });
}

/** Late sources first, then those with the highest share in quarantine. */
const byTrouble = (a: ProviderStanding, b: ProviderStanding): number =>
  b.late.length - a.late.length ||
  (b.quarantinePpm ?? 0) - (a.quarantinePpm ?? 0) ||
  (a.code < b.code ? -1 : 1);

function standingOf(
  provider: ProviderRow,
  items: readonly SuppliedItem[],
  read: number,
  waiting: number,
): ProviderStanding {
  const deliverable = items.filter((item) => item.deliverable);
  const days = items.flatMap(({ lastDelivery }) => lastDelivery ?? []).sort();
  return {
    id: provider.id,
    code: provider.code,
    name: { zh: provider.name_zh, en: provider.name_en },
    items: items.length,
    deliverable: deliverable.length,
    lastDelivery: days.at(-1) ?? null,
    late: deliverable
      .filter(({ freshness }) => freshness !== 'fresh')
      .map(({ name, lastDelivery, freshDays }) => ({ name, lastDelivery, freshDays })),
    quarantinePpm:
      read === 0
        ? null
        : ratioPpm(
            items.reduce((sum, item) => sum + item.quarantined, 0),
            read,
          ),
    waiting,
  };
}
