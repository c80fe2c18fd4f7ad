import type { ApplicationId, UserId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { type AdvanceRefusal, advance } from '~/server/application/advance.ts';
import { findApplication } from '~/server/application/store.ts';
import { deskOf } from '~/server/application/store-authority.ts';
import { withActor } from '~/server/db/with-actor.ts';

export type AssignRefusal =
  | AdvanceRefusal
  | {
      readonly code: 'application.nobody-chosen' | 'application.no-officer' | 'application.officer-elsewhere';
    };

/** The most that one command assigns. */
export const mostAssigned = 100;

/** Gives applications to an officer of the bank: all of them or, where one cannot go there, none. */
export function assignApplications(
  actor: Actor,
  ids: readonly ApplicationId[],
  to: UserId,
): Promise<Result<number, AssignRefusal>> {
  const { institutionId } = asInstitution(actor);
  const chosen = [...new Set(ids)].sort().slice(0, mostAssigned);
  if (chosen.length === 0) return Promise.resolve(refuse({ code: 'application.nobody-chosen' }));
  return withActor(actor, async (tx): Promise<Result<number, AssignRefusal>> => {
    const officers = (await deskOf(tx, institutionId)).filter(({ role }) => role === 'officer');
    const officer = officers.find(({ id }) => id === to);
    if (!officer) return refuse({ code: 'application.no-officer' });
    for (const id of chosen) {
      const application = await findApplication(tx, id);
      if (!application) throw new Refused({ code: 'application.not-found' });
      if (officer.branchId && officer.branchId !== application.branchId)
        throw new Refused({ code: 'application.officer-elsewhere' });
      const moved = await advance(tx, actor, id, { kind: 'assign', to });
      if (!moved.ok) throw new Refused(moved.refusal);
    }
    return accept(chosen.length);
  }).catch(refusalOf);
}

/** Takes back what was assigned before the one that cannot be. */
class Refused extends Error {
  constructor(readonly refusal: AssignRefusal) {
    super(refusal.code);
  }
}

function refusalOf(fault: unknown): Result<never, AssignRefusal> {
  if (fault instanceof Refused) return refuse(fault.refusal);
  throw fault;
}
