import { system } from '~/server/access/actor.ts';
import { type ConsentView, viewOne } from '~/server/consent/consent-view.ts';
import { consentBySeal } from '~/server/consent/store.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type SealShown = { readonly hash: string; readonly signature: string };

/**
 * The consent behind a seal and how it stands today. Whoever names hash and signature holds the receipt with the whole
 * signed text already; nobody else can name them.
 */
export function showSealed(seal: SealShown): Promise<ConsentView | null> {
  return withActor(system('verify-receipt'), async (tx) => {
    const consent = await consentBySeal(tx, seal.hash, seal.signature);
    return consent && (await viewOne(tx, consent));
  });
}
