import type { UserId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { system } from '~/server/access/actor.ts';
import { homeOfPerson } from '~/server/access/home-of.ts';
import { removeSessionsOf } from '~/server/access/store.ts';
import { storeStanding } from '~/server/access/store-invitation.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type Standing = 'active' | 'disabled';
type StandingRefusal = { readonly code: 'access.not-yourself' | 'access.person-not-found' };

/**
 * Disables or restores a colleague of the actor's own organisation. Disabling also ends their sessions; nobody disables
 * themselves, so an organisation keeps at least one person who can restore the others.
 */
export async function setPersonStanding(
  actor: Person,
  id: UserId,
  to: Standing,
): Promise<Result<null, StandingRefusal>> {
  if (id === actor.userId) return refuse({ code: 'access.not-yourself' });
  const changed = await withActor(actor, (tx) => change(tx, actor, id, to));
  if (!changed) return refuse({ code: 'access.person-not-found' });
  if (to === 'disabled') await withActor(system('access'), (tx) => removeSessionsOf(tx, id, null));
  return accept(null);
}

async function change(tx: Tx, actor: Person, id: UserId, to: Standing): Promise<boolean> {
  const home = homeOfPerson(actor);
  if (!(await storeStanding(tx, id, home, to))) return false;
  const kind = to === 'disabled' ? 'access.person-disabled' : 'access.person-restored';
  await recordChange(tx, actor, { kind, ...home, subjectId: id });
  await appendAudit(tx, actor, { action: kind, detail: { person: id } });
  return true;
}
