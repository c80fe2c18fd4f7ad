import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { dayOfDate } from '~/server/db/date.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { fingerprintOf } from '~/server/institution/client-key.ts';
import { findClients } from '~/server/institution/store-client.ts';

/** The machines of the actor's department, those in use first. */
export function listClients(actor: Actor) {
  const { institutionId } = asInstitution(actor);
  const today = clock.today();
  return withActor(actor, async (tx) => {
    const rows = await findClients(tx, institutionId);
    const clients = rows.map((row) => ({
      id: row.id,
      name: row.name,
      scopes: row.scopes,
      key: row.publicKey && fingerprintOf(row.publicKey),
      expiresOn: dayOfDate(row.expiresOn),
      createdAt: row.createdAt.toISOString(),
      lastUsedAt: row.lastUsedAt?.toISOString() ?? null,
      state: row.revokedAt
        ? ('revoked' as const)
        : dayOfDate(row.expiresOn) < today
          ? ('expired' as const)
          : ('active' as const),
    }));
    return {
      clients: clients.sort((a, b) => Number(a.state !== 'active') - Number(b.state !== 'active')),
      today,
    };
  });
}
