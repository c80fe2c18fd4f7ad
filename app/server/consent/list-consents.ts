import { type Actor, asFirm } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { viewOf } from '~/server/consent/consent-view.ts';
import { consentsOf } from '~/server/consent/store.ts';
import { englishNames } from '~/server/consent/store-party.ts';
import { readsOf, sheetsOf } from '~/server/consent/store-reads.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** Every consent the firm ever gave, the newest first, with how often each was used. */
export async function listConsents(actor: Actor) {
  const { enterpriseId } = asFirm(actor);
  const now = clock.now();
  return withActor(actor, async (tx) => {
    const consents = await consentsOf(tx, enterpriseId);
    const uses = new Map([...(await sheetsOf(tx, enterpriseId)), ...(await readsOf(tx, enterpriseId))]);
    const english = await englishNames(tx);
    const shown = consents.map((consent) => {
      const use = uses.get(consent.id);
      return {
        ...viewOf(consent, now, english),
        reads: use?.reads ?? 0,
        lastReadAt: use?.lastAt?.toISOString() ?? null,
      };
    });
    return { consents: shown };
  });
}

export type ConsentLine = Awaited<ReturnType<typeof listConsents>>['consents'][number];
