import type { ConsentTerms } from '~/domain/consent/artefact.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import type { Result } from '~/domain/kernel/result.ts';
import { type Actor, asFirm } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { type SignRefusal, signConsent } from '~/server/consent/sign-consent.ts';
import { withActor } from '~/server/db/with-actor.ts';

/** What the firm chooses; the consent starts at the moment of signing. */
export type GrantInput = Omit<ConsentTerms, 'validFrom'>;

/** The firm grants one consent: signed, chained, with effect at once. */
export function grantConsent(actor: Actor, input: GrantInput): Promise<Result<ConsentId, SignRefusal>> {
  const firm = asFirm(actor);
  return withActor(actor, (tx) => signConsent(tx, firm, { ...input, validFrom: clock.now() }));
}
