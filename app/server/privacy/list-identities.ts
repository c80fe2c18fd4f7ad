import { identityState } from '~/domain/privacy/identity-check.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { readPrivacyDuties } from '~/server/platform/privacy-duties.ts';
import { identitiesLately } from '~/server/privacy/store-identity.ts';

/** The checks of who somebody is at the platform's desk, those to decide first; nothing of them says who it was. */
export function listIdentities(actor: Actor) {
  const { userId } = asPerson(actor);
  return withActor(actor, async (tx) => {
    const { identities } = await readPrivacyDuties(tx, clock.today());
    const since = new Date(clock.now().getTime() - identities.decideWithinHours * 3_600_000);
    const rows = (await identitiesLately(tx, since)).map((row) => ({
      ...{ id: row.id, document: row.document, reason: row.reason, note: row.note },
      ...{ askerName: row.askerName, deciderName: row.deciderName, isOwn: row.askedBy === userId },
      state: identityState(row, clock.now(), identities),
      askedAt: row.askedAt.toISOString(),
      expiresAt: row.expiresAt?.toISOString() ?? null,
    }));
    return { rows, ...identities };
  });
}
