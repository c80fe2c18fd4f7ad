import { freshnessOf } from '~/domain/catalogue/freshness.ts';
import { type Item, isDeliverable } from '~/domain/catalogue/item.ts';
import { featureDefinitions } from '~/domain/feature/definitions.ts';
import { graceDays } from '~/domain/feature/scope.ts';
import { addDays, type Day, daysBetween } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { dependenceOf, touchedFeatures } from '~/domain/overview/impact.ts';
import { ruleSchema } from '~/domain/product/predicate-schema.ts';
import { cardFeatures } from '~/domain/score/card.ts';
import type { Actor } from '~/server/access/actor.ts';
import { readCatalogue, readLastDeliveries } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { countBelowFloor, countHeld, findShelf } from '~/server/overview/store-impact.ts';
import { currentCard } from '~/server/score/store.ts';

/**
 * What hangs on an item, as far as its source is late or may become so: indicators with their points, products by rule
 * or through the score, open applications (domain.md row A8). Computed anew at each look.
 */
export function showImpact(
  actor: Actor,
  code: string,
): Promise<Result<Impact, { readonly code: 'catalogue.not-found' }>> {
  return withActor(actor, async (tx): Promise<Result<Impact, { readonly code: 'catalogue.not-found' }>> => {
    const today = clock.today();
    const item = (await readCatalogue(tx, today)).get(code);
    if (!item) return refuse({ code: 'catalogue.not-found' });
    return accept(await impactOf(tx, item, (await readLastDeliveries(tx)).get(code) ?? null, today));
  });
}

export type Impact = Awaited<ReturnType<typeof impactOf>>;

export async function impactOf(tx: Tx, item: Item, lastDelivery: Day | null, today: Day) {
  const card = await currentCard(tx);
  const features = touchedFeatures(item.code, featureDefinitions, card);
  const products = (await findShelf(tx)).flatMap(({ rules, ...row }) => {
    const dependence = dependenceOf(ruleSchema.parse(rules), item.code, features);
    const bank = { zh: row.bank_zh, en: row.bank_en };
    return dependence ? [{ id: row.id, name: { zh: row.name_zh, en: row.name_en }, bank, dependence }] : [];
  });
  const order = cardFeatures(card);
  const lost = features
    .filter(({ alone }) => alone)
    .map(({ code, most }) => ({ at: order.indexOf(code), weight: most }));
  const due = lastDelivery && addDays(lastDelivery, item.freshDays);
  return {
    code: item.code,
    name: item.name,
    provider: item.providerName,
    freshDays: item.freshDays,
    lastDelivery,
    deliverable: isDeliverable(item),
    freshness: freshnessOf(item, lastDelivery, today),
    lateDays: due && due < today ? daysBetween(due, today) : 0,
    /** From this day on what only this item feeds counts as unknown. */
    unknownFrom: due && addDays(due, graceDays + 1),
    belowFloor: await countBelowFloor(tx, card, lost),
    cardVersion: card.version,
    points: features.reduce((sum, { most }) => sum + most, 0),
    features,
    products,
    held: await countHeld(tx, item.code, item.sensitivity === 'public'),
    today,
  };
}
