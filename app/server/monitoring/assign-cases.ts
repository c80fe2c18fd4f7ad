import type { UserId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { mayHave } from '~/domain/monitoring/case-desk.ts';
import { type Actor, asInstitution, type InstitutionPerson } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { changeAlert, lockAlert } from '~/server/monitoring/store.ts';
import { findCaseBranch, findOfficers, type Officer } from '~/server/monitoring/store-desk.ts';
import { writeCaseStep } from '~/server/monitoring/write-case-step.ts';

/** The most that one command gives out. */
export const mostAssignedCases = 100;

export type AssignCaseRefusal =
  | { readonly code: 'monitoring.not-found' | 'monitoring.closed' | 'monitoring.none-chosen' }
  | { readonly code: 'monitoring.no-officer' | 'monitoring.officer-elsewhere'; readonly field: 'to' };

export type Assignment = { readonly to: UserId; readonly reason: string };

/**
 * Gives live cases of the bank to one of its officers who sees them, with a reason: all of them or, where one cannot go there, none.
 * A case that the sender does not see is answered before anything is said about the officer.
 */
export function assignCases(
  actor: Actor,
  ids: readonly string[],
  { to, reason }: Assignment,
): Promise<Result<number, AssignCaseRefusal>> {
  const person = asInstitution(actor);
  const chosen = [...new Set(ids)].sort().slice(0, mostAssignedCases);
  if (chosen.length === 0) return Promise.resolve(refuse({ code: 'monitoring.none-chosen' }));
  return withActor(actor, async (tx): Promise<Result<number, AssignCaseRefusal>> => {
    const officers = await findOfficers(tx, [person.institutionId]);
    const officer = officers.find(({ id }) => id === to);
    for (const id of chosen) {
      const refused = await assignOne(tx, person, id, { officer, reason });
      if (refused) throw new Refused(refused);
    }
    return accept(chosen.length);
  }).catch(refusalOf);
}

async function assignOne(
  tx: Tx,
  person: InstitutionPerson,
  alertId: string,
  { officer, reason }: { readonly officer: Officer | undefined; readonly reason: string },
): Promise<AssignCaseRefusal | null> {
  const found = await lockAlert(tx, alertId);
  if (!found || found.institution_id !== person.institutionId) return { code: 'monitoring.not-found' };
  if (found.state === 'closed') return { code: 'monitoring.closed' };
  if (!officer) return { code: 'monitoring.no-officer', field: 'to' };
  const { id: to, name, branch_id: branchId } = officer;
  if (!mayHave({ branchId }, await findCaseBranch(tx, found)))
    return { code: 'monitoring.officer-elsewhere', field: 'to' };
  if (found.owner_id === to) return null;
  await changeAlert(tx, alertId, { ownerId: to });
  await writeCaseStep(tx, person, {
    alertId,
    enterpriseId: found.enterprise_id,
    institutionId: found.institution_id,
    ...{ kind: 'assigned', party: 'institution', text: `${name}：${reason}`, bankOnly: true, tell: [] },
    owner: to === person.userId ? null : to,
    facts: { to, from: found.owner_id },
  });
  return null;
}

/** Takes back what was given out before the one that cannot be. */
class Refused extends Error {
  constructor(readonly refusal: AssignCaseRefusal) {
    super(refusal.code);
  }
}

function refusalOf(fault: unknown): Result<never, AssignCaseRefusal> {
  if (fault instanceof Refused) return refuse(fault.refusal);
  throw fault;
}
