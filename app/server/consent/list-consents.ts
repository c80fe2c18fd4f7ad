import { type Actor, asFirm } from '~/server/access/actor.ts';
import { viewsOf } from '~/server/consent/consent-view.ts';
import { consentsOf } from '~/server/consent/store.ts';
import { readsOf, sheetsOf } from '~/server/consent/store-reads.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** Every consent the firm ever gave, the newest first, with how often each was used. */
export async function listConsents(actor: Actor) {
  const { enterpriseId } = asFirm(actor);
  return withActor(actor, async (tx) => {
    const uses = new Map([...(await sheetsOf(tx, enterpriseId)), ...(await readsOf(tx, enterpriseId))]);
    const views = await viewsOf(tx, await consentsOf(tx, enterpriseId));
    const consents = views.map((consent) => {
      const use = uses.get(consent.id);
      return { ...consent, reads: use?.reads ?? 0, lastReadAt: use?.lastAt?.toISOString() ?? null };
    });
    return { consents };
  });
}

export type ConsentLine = Awaited<ReturnType<typeof listConsents>>['consents'][number];
