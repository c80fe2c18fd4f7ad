import { isDeliverable, type Named } from '~/domain/catalogue/item.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type DeliverableItem = { readonly code: string; readonly name: Named; readonly provider: Named };

/** The items that the actor may deliver: a liaison those of the own department, an operator those of any. */
export function listDeliverableItems(actor: Actor): Promise<DeliverableItem[]> {
  const { role, institutionId } = asPerson(actor);
  return withActor(actor, async (tx) => {
    const items = [...(await readCatalogue(tx, clock.today())).values()].filter(isDeliverable);
    return items
      .filter(({ providerId }) => role !== 'liaison' || providerId === institutionId)
      .map(({ code, name, providerName }) => ({ code, name, provider: providerName }));
  });
}
