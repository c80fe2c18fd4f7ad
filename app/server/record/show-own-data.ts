import { type Freshness, freshnessOf } from '~/domain/catalogue/freshness.ts';
import type { Item, Named } from '~/domain/catalogue/item.ts';
import { type Day, dayAt } from '~/domain/kernel/day.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { readCatalogue, readLastDeliveries } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findHoldings, type Holding } from '~/server/record/store-own.ts';

export type OwnDataFilter = {
  readonly class?: string | undefined;
  readonly show: 'held' | 'all' | 'negative';
};

/** One item as its subject sees it: how much is held, of which period, how recent the source is. */
export type OwnItem = {
  readonly code: string;
  readonly name: Named;
  readonly provider: Named;
  readonly sensitivity: Item['sensitivity'];
  readonly mode: Item['mode'];
  readonly polarity: Item['polarity'];
  readonly records: number;
  readonly first: string | null;
  readonly last: string | null;
  readonly knownOn: Day | null;
  readonly lastDelivery: Day | null;
  readonly freshness: Freshness;
};

export type OwnGroup = { readonly code: string; readonly name: Named; readonly items: readonly OwnItem[] };

export type OwnData = {
  readonly groups: readonly OwnGroup[];
  readonly classes: readonly (Named & { readonly code: string })[];
  readonly records: number;
  readonly itemsHeld: number;
  readonly negative: number;
  readonly stale: number;
  readonly today: Day;
};

/** All that is held about the actor's firm, by group of the catalogue; items on natural persons are not a firm's. */
export async function showOwnData(actor: Actor, filter: OwnDataFilter): Promise<OwnData> {
  const { enterpriseId } = asFirm(actor);
  const today = clock.today();
  const { catalogue, delivered, holdings } = await withActor(actor, async (tx) => ({
    catalogue: await readCatalogue(tx, today),
    delivered: await readLastDeliveries(tx),
    holdings: new Map((await findHoldings(tx, enterpriseId)).map((holding) => [holding.item, holding])),
  }));
  const items = [...catalogue.values()].filter(({ subject }) => subject === 'enterprise');
  const views = items.map((item) => {
    const lastDelivery = delivered.get(item.code) ?? null;
    return {
      item,
      view: viewOf(item, holdings.get(item.code), lastDelivery, freshnessOf(item, lastDelivery, today)),
    };
  });
  const held = views.map(({ view }) => view).filter(({ records }) => records > 0);
  return {
    groups: groupsOf(
      views
        .filter(({ view }) => fits(view, filter.show))
        .filter(({ item }) => !filter.class || item.classCode === filter.class),
    ),
    classes: [
      ...new Map(items.map((item) => [item.classCode, { code: item.classCode, ...item.className }])).values(),
    ],
    records: held.reduce((sum, { records }) => sum + records, 0),
    itemsHeld: held.length,
    negative: held.filter(({ polarity }) => polarity === 'negative').length,
    stale: held.filter(({ freshness }) => freshness === 'stale').length,
    today,
  };
}

const fits = ({ records, polarity }: OwnItem, show: OwnDataFilter['show']): boolean =>
  show === 'all' || (records > 0 && (show === 'held' || polarity === 'negative'));

const viewOf = (
  item: Item,
  holding: Holding | undefined,
  lastDelivery: Day | null,
  freshness: Freshness,
): OwnItem => ({
  code: item.code,
  name: item.name,
  provider: item.providerName,
  sensitivity: item.sensitivity,
  mode: item.mode,
  polarity: item.polarity,
  records: holding?.records ?? 0,
  first: holding?.first ?? null,
  last: holding?.last ?? null,
  knownOn: holding ? dayAt(holding.known_at) : null,
  lastDelivery,
  freshness,
});

function groupsOf(views: readonly { item: Item; view: OwnItem }[]): OwnGroup[] {
  const groups = new Map<string, { code: string; name: Named; items: OwnItem[] }>();
  for (const { item, view } of views) {
    const group = groups.get(item.classCode) ?? { code: item.classCode, name: item.className, items: [] };
    group.items.push(view);
    groups.set(item.classCode, group);
  }
  return [...groups.values()];
}
