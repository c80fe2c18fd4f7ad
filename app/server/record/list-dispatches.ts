import { type Actor, asPerson } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findProviders } from '~/server/record/store-deliveries.ts';
import { findDispatches } from '~/server/record/store-dispatch.ts';

/** Dispatches that a page shows: two years of one department, the last months of all. */
const most = 300;

/** The monthly dispatches: a department its own, the platform those of all. */
export function listDispatches(actor: Actor, month?: string) {
  const { role, institutionId } = asPerson(actor);
  const own = role === 'liaison' && institutionId ? { providerId: institutionId } : {};
  return withActor(actor, async (tx) => {
    const providers = new Map((await findProviders(tx)).map((each) => [each.id, each]));
    const found = await findDispatches(tx, { ...own, ...(month && { month }) }, most);
    return found.map(({ madeAt, providerId, ...dispatch }) => {
      const provider = providers.get(providerId);
      return {
        ...dispatch,
        madeAt: madeAt.toISOString(),
        provider: { zh: provider?.name_zh ?? '', en: provider?.name_en ?? '' },
      };
    });
  });
}

export type Dispatch = Awaited<ReturnType<typeof listDispatches>>[number];
