import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { homeOfPerson } from '~/server/access/home-of.ts';
import { type InvitationId, revokeWaiting } from '~/server/access/store-invitation.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';

type RevokeRefusal = { readonly code: 'access.invitation-not-found' };

/** Kills a waiting invitation of the actor's own organisation. */
export function revokeInvitation(actor: Person, id: InvitationId): Promise<Result<null, RevokeRefusal>> {
  const home = homeOfPerson(actor);
  return withActor(actor, async (tx): Promise<Result<null, RevokeRefusal>> => {
    if (!(await revokeWaiting(tx, id, home, clock.now())))
      return refuse({ code: 'access.invitation-not-found' });
    await recordChange(tx, actor, { kind: 'access.invitation-revoked', ...home, subjectId: id });
    await appendAudit(tx, actor, { action: 'access.invitation-revoked', detail: { invitation: id } });
    return accept(null);
  });
}
