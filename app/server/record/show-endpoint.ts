import { type BreakerState, breakerState } from '~/domain/record/verification.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findEndpoint } from '~/server/record/store-endpoint.ts';
import { findCalls, sumCalls } from '~/server/record/store-verification.ts';

const days = 30;
const mostCalls = 50;

/** A department's endpoint, how it behaves, and the questions that came to it. */
export function showEndpoint(actor: Actor) {
  const { institutionId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const at = clock.now();
    const since = new Date(at.getTime() - days * 86_400_000);
    const found = await findEndpoint(tx, institutionId);
    const catalogue = await readCatalogue(tx, clock.today());
    const items = [...catalogue.values()].filter(
      ({ providerId, mode }) => providerId === institutionId && mode === 'verify',
    );
    return {
      items: items.map(({ code, name }) => ({ code, name })),
      endpoint: found && {
        url: found.url,
        timeoutMs: found.timeoutMs,
        savedAt: found.savedAt.toISOString(),
        lastOkAt: found.lastOkAt?.toISOString() ?? null,
        lastFailedAt: found.lastFailedAt?.toISOString() ?? null,
        lastFault: found.lastFault,
        failures: found.failures,
        state: breakerState(found, at) as BreakerState,
        openUntil: found.openUntil?.toISOString() ?? null,
      },
      sums: await sumCalls(tx, institutionId, since),
      calls: (await findCalls(tx, institutionId, mostCalls)).map((call) => ({
        ...call,
        at: call.at.toISOString(),
        unit: catalogue.get(call.item)?.quantity?.unit ?? null,
        name: catalogue.get(call.item)?.name ?? { zh: call.item, en: call.item },
      })),
    };
  });
}
