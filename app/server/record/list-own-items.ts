import { isDeliverable } from '~/domain/catalogue/item.ts';
import { needs } from '~/domain/record/item-needs.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { readCatalogue, readLastDeliveries } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** The items that the actor's department supplies, as a machine needs to know them. */
export function listOwnItems(actor: Actor) {
  const { institutionId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const delivered = await readLastDeliveries(tx);
    const catalogue = await readCatalogue(tx, clock.today());
    const own = [...catalogue.values()].filter(({ providerId }) => providerId === institutionId);
    return {
      items: own.map((item) => ({
        code: item.code,
        version: item.version,
        name: item.name,
        mode: item.mode,
        ceiling: item.ceiling,
        level: item.level,
        period: item.period,
        freshDays: item.freshDays,
        lastDelivery: delivered.get(item.code) ?? null,
        deliverable: isDeliverable(item),
        needs: [
          'uscc',
          'date',
          ...(['amount', 'quantity', 'category'] as const).filter((each) => needs(item, each)),
        ],
        categories: item.categories.map(({ code, zh, en }) => ({ code, zh, en })),
      })),
    };
  });
}
