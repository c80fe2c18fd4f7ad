import type { InstitutionId, UserId } from '~/domain/kernel/id.ts';
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
import { branchOfPerson, holdOpen } from '~/server/institution/store-branch.ts';

export type Standing = 'active' | 'disabled';
type StandingRefusal = {
  readonly code: 'access.not-yourself' | 'access.person-not-found' | 'access.branch-closed';
};

/**
 * Disables or restores a colleague of the actor's own organisation. Disabling also ends their sessions; nobody disables
 * themselves, so an organisation keeps at least one person who can restore the others. Nobody is restored to a branch that was
 * closed.
 */
export async function setPersonStanding(
  actor: Person,
  id: UserId,
  to: Standing,
): Promise<Result<null, StandingRefusal>> {
  if (id === actor.userId) return refuse({ code: 'access.not-yourself' });
  const changed = await withActor(actor, (tx) => change(tx, actor, id, to));
  if (!changed.ok) return changed;
  if (to === 'disabled') await withActor(system('access'), (tx) => removeSessionsOf(tx, id, null));
  return accept(null);
}

async function change(tx: Tx, actor: Person, id: UserId, to: Standing) {
  const home = homeOfPerson(actor);
  if (to === 'active' && 'institutionId' in home && !(await hasPlace(tx, home.institutionId, id)))
    return refuse({ code: 'access.branch-closed' } as const);
  if (!(await storeStanding(tx, id, home, to))) return refuse({ code: 'access.person-not-found' } as const);
  const kind = to === 'disabled' ? 'access.person-disabled' : 'access.person-restored';
  await recordChange(tx, actor, { kind, ...home, subjectId: id });
  await appendAudit(tx, actor, { action: kind, detail: { person: id } });
  return accept(null);
}

/** Whether the branch that a person worked at is open, and stays so until the transaction ends; the head office always is. */
async function hasPlace(tx: Tx, institutionId: InstitutionId, id: UserId): Promise<boolean> {
  const branch = await branchOfPerson(tx, institutionId, id);
  return branch === null || (await holdOpen(tx, [branch])).length > 0;
}
