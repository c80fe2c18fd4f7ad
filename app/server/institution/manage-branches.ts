import { randomUUID } from 'node:crypto';
import type { BranchId, UserId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution, system } from '~/server/access/actor.ts';
import { removeSessionsOf } from '~/server/access/store.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  branchesOf,
  closeBranchAt,
  heldByBranch,
  insertBranch,
  isRegion,
  openBranch,
  placedPeople,
  placePersonAt,
} from '~/server/institution/store-branch.ts';

export type BranchRefusal =
  | { readonly code: 'institution.branch-name-taken'; readonly field: 'nameZh' }
  | { readonly code: 'institution.branch-area'; readonly field: 'areaCode' }
  | { readonly code: 'institution.branch-not-found' | 'institution.admin-at-head-office' }
  | { readonly code: 'institution.branch-holds'; readonly held: number }
  | { readonly code: 'access.person-not-found' };

/** The branches of the actor's bank, and who of its people works where. */
export function showBranches(actor: Actor) {
  const { institutionId } = asInstitution(actor);
  return withActor(actor, async (tx) => ({
    branches: await branchesOf(tx, institutionId),
    people: await placedPeople(tx, institutionId),
  }));
}

type NewBranch = { readonly nameZh: string; readonly nameEn: string; readonly areaCode: string | null };

/** Adds a branch to the actor's bank, with the region whose firms it serves where there is one. */
export function addBranch(actor: Actor, input: NewBranch): Promise<Result<BranchId, BranchRefusal>> {
  const { institutionId, userId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    if (input.areaCode && !(await isRegion(tx, input.areaCode)))
      return refuse({ code: 'institution.branch-area', field: 'areaCode' });
    const id = randomUUID() as BranchId;
    if (!(await insertBranch(tx, { ...input, institutionId, id, addedBy: userId, addedAt: clock.now() })))
      return refuse({ code: 'institution.branch-name-taken', field: 'nameZh' });
    await appendAudit(tx, actor, { action: 'institution.branch-added', detail: { branch: id } });
    await recordChange(tx, actor, { kind: 'institution.branch-added', institutionId, subjectId: id });
    return accept(id);
  });
}

/** Closes a branch that nobody works at or is invited to any more and with which no open application lies. */
export function closeBranch(actor: Actor, id: string): Promise<Result<null, BranchRefusal>> {
  const { institutionId } = asInstitution(actor);
  return withActor(actor, async (tx): Promise<Result<null, BranchRefusal>> => {
    const { count } = await closeBranchAt(tx, institutionId, id, clock.now());
    if (count === 0) return refuse({ code: 'institution.branch-not-found' });
    const held = await heldByBranch(tx, institutionId, id, clock.now());
    if (held > 0) throw new Held(held);
    await appendAudit(tx, actor, { action: 'institution.branch-closed', detail: { branch: id } });
    await recordChange(tx, actor, { kind: 'institution.branch-closed', institutionId, subjectId: id });
    return accept(null);
  }).catch((fault: unknown) => {
    if (fault instanceof Held) return refuse({ code: 'institution.branch-holds', held: fault.held });
    throw fault;
  });
}

/** Takes back the closing of a branch that holds something. */
class Held extends Error {
  constructor(readonly held: number) {
    super('a branch that holds something stays open');
  }
}

/**
 * Places a colleague at a branch or, with null, at the head office. The person's sessions end, so that nothing is seen
 * from the old place. Administrators stay at the head office.
 */
export async function placePerson(
  actor: Actor,
  { person, branch }: { readonly person: UserId; readonly branch: string | null },
): Promise<Result<null, BranchRefusal>> {
  const { institutionId } = asInstitution(actor);
  const placed = await withActor(actor, async (tx): Promise<Result<null, BranchRefusal>> => {
    const open = branch === null ? null : await openBranch(tx, institutionId, branch);
    if (branch !== null && !open) return refuse({ code: 'institution.branch-not-found' });
    const found = (await placedPeople(tx, institutionId)).find(({ id }) => id === person);
    if (!found) return refuse({ code: 'access.person-not-found' });
    if (open && found.role === 'institution-admin')
      return refuse({ code: 'institution.admin-at-head-office' });
    await placePersonAt(tx, institutionId, person, open?.id ?? null);
    const detail = { person, from: found.branchId, to: open?.id ?? null };
    await appendAudit(tx, actor, { action: 'institution.person-placed', detail });
    await recordChange(tx, actor, { kind: 'institution.person-placed', institutionId, subjectId: person });
    return accept(null);
  });
  if (placed.ok) await withActor(system('access'), (tx) => removeSessionsOf(tx, person, null));
  return placed;
}
