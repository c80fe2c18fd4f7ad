import { type Freshness, freshnessOf } from '~/domain/catalogue/freshness.ts';
import type { Item, ItemMode, Named, Sensitivity } from '~/domain/catalogue/item.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { type Actor, system } from '~/server/access/actor.ts';
import { readCatalogue, readLastDeliveries } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type CatalogueFilter = {
  readonly text?: string | undefined;
  readonly provider?: string | undefined;
  readonly class?: string | undefined;
  readonly sensitivity?: Sensitivity | undefined;
};

/** An item as the public catalogue shows it: what is held, from whom, how far it travels, how recent it is. */
export type CatalogueEntry = {
  readonly code: string;
  readonly version: number;
  readonly name: Named;
  readonly className: Named;
  readonly provider: Named;
  readonly mode: ItemMode;
  readonly sensitivity: Sensitivity;
  readonly ceiling: Item['ceiling'];
  readonly level: Item['level'];
  readonly subject: Item['subject'];
  readonly period: Item['period'];
  readonly polarity: Item['polarity'];
  readonly retentionYears: number | null;
  readonly retentionStart: Item['retentionStart'];
  readonly lastDelivery: Day | null;
  readonly freshness: Freshness;
};

type Choice = Named & { readonly code: string };

export type CatalogueList = {
  readonly entries: readonly CatalogueEntry[];
  readonly total: number;
  readonly providers: readonly Choice[];
  readonly classes: readonly Choice[];
};

/** The catalogue in force, narrowed by text (name or code in either language), provider, class and sensitivity. */
export async function listItems(_actor: Actor, filter: CatalogueFilter): Promise<CatalogueList> {
  const today = clock.today();
  // The catalogue is public; the day of a last delivery says nothing about any firm.
  const { items, delivered } = await withActor(system('catalogue'), async (tx) => ({
    items: [...(await readCatalogue(tx, today)).values()],
    delivered: await readLastDeliveries(tx),
  }));
  const sorted = items.sort((a, b) => (a.classCode + a.code < b.classCode + b.code ? -1 : 1));
  return {
    entries: sorted
      .filter((item) => fits(item, filter))
      .map((item) => entryOf(item, delivered.get(item.code) ?? null, today)),
    total: items.length,
    providers: choices(sorted.map((item) => ({ code: item.providerCode, ...item.providerName }))),
    classes: choices(sorted.map((item) => ({ code: item.classCode, ...item.className }))),
  };
}

function fits(item: Item, { text, provider, class: wanted, sensitivity }: CatalogueFilter): boolean {
  const words =
    `${item.code} ${item.name.zh} ${item.name.en} ${item.className.zh} ${item.className.en}`.toLowerCase();
  return (
    (!text || words.includes(text.toLowerCase())) &&
    (!provider || item.providerCode === provider) &&
    (!wanted || item.classCode === wanted) &&
    (!sensitivity || item.sensitivity === sensitivity)
  );
}

const entryOf = (item: Item, lastDelivery: Day | null, today: Day): CatalogueEntry => ({
  code: item.code,
  version: item.version,
  name: item.name,
  className: item.className,
  provider: item.providerName,
  mode: item.mode,
  sensitivity: item.sensitivity,
  ceiling: item.ceiling,
  level: item.level,
  subject: item.subject,
  period: item.period,
  polarity: item.polarity,
  retentionYears: item.retentionYears,
  retentionStart: item.retentionStart,
  lastDelivery,
  freshness: freshnessOf(item, lastDelivery, today),
});

const choices = (all: readonly Choice[]): Choice[] => [
  ...new Map(all.map((each) => [each.code, each])).values(),
];
