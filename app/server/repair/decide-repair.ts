import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { RestatementCause } from '~/domain/objection/cause.ts';
import { isRepairPending, moveRepair, type RepairMove, type RepairRefusal } from '~/domain/repair/repair.ts';
import { type Actor, asPerson, houseOf, type Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { amendRecord } from '~/server/objection/amend-record.ts';
import { findVersions, headOf, isLive } from '~/server/objection/store-record.ts';
import { type RightsCase, writeCaseStep } from '~/server/objection/write-step.ts';
import { changeRepair, lockRepair, type Repair } from '~/server/repair/store.ts';

export type DecideRefusal =
  | RepairRefusal
  | { readonly code: 'repair.not-found' }
  | { readonly code: 'repair.record-changed' };

export type DecidedMove = Exclude<RepairMove, 'end-moot'>;

const names = {
  grant: 'granted',
  refuse: 'refused',
  perform: 'performed',
  fail: 'plan-failed',
  withdraw: 'withdrawn',
} as const satisfies { readonly [M in DecidedMove]: string };

/**
 * The authority that made the record decides (谁认定谁修复), or the firm takes its request back. A grant seals the record
 * in the same moment: it is no longer published, shared or used by anybody, and only the firm and the audit role can read
 * what it said. A plan that fails brings a shielded record back.
 */
export function decideRepair(
  actor: Actor,
  id: string,
  { move, reason }: { readonly move: DecidedMove; readonly reason: string },
): Promise<Result<'decided', DecideRefusal>> {
  const person = asPerson(actor);
  return withActor(actor, async (tx): Promise<Result<'decided', DecideRefusal>> => {
    const repair = await lockRepair(tx, id);
    if (!repair || !isTheirs(person, repair, move)) return refuse({ code: 'repair.not-found' });
    const step = moveRepair(repair, move);
    if (!step.ok) return step;
    const { to, effect } = step.value;
    if (effect && !(await carryOut(tx, actor, repair, effect)))
      return refuse({ code: 'repair.record-changed' });
    const now = clock.now();
    await changeRepair(tx, repair, {
      state: to,
      decision: reason,
      decidedBy: person.userId,
      decidedAt: now,
      dueOn: null,
      closedAt: isRepairPending(to) ? null : now,
    });
    await writeCaseStep(tx, actor, caseOf(repair), {
      name: to === 'shielded' ? 'shielded' : names[move],
      body: reason,
      tell: move === 'withdraw' ? ['provider'] : ['firm'],
      facts: { kind: repair.kind, state: to },
    });
    return accept('decided');
  });
}

const isTheirs = (
  { role, institutionId, enterpriseId }: Person,
  repair: Repair,
  move: DecidedMove,
): boolean =>
  move === 'withdraw'
    ? enterpriseId === repair.enterpriseId
    : houseOf[role] === 'provider' && institutionId === repair.providerId;

async function carryOut(tx: Tx, actor: Actor, repair: Repair, effect: 'seal' | 'restore'): Promise<boolean> {
  const { enterpriseId, providerId, item, factId, id: caseId } = repair;
  const head = headOf(await findVersions(tx, enterpriseId, factId));
  const fits = effect === 'seal' ? isLive(head) : head?.op === 'seal';
  if (!head || !fits) return false;
  const cause: RestatementCause =
    effect === 'restore' ? 'shield-failed' : repair.kind === 'repair' ? 'repair' : 'shield';
  const about = { enterpriseId, providerId, item, factId: head.id, caseId, cause };
  return (await amendRecord(tx, actor, { ...about, op: effect })) !== null;
}

export const caseOf = ({ id, enterpriseId, providerId, item }: Repair): RightsCase => ({
  kind: 'repair',
  id,
  enterpriseId,
  providerId,
  item,
});
