import { type StepRefusal, takeStep } from '~/domain/institution/standing.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { changeInstitution, type Missing } from '~/server/institution/change-institution.ts';

/** Stops every read of an institution from its people's next request on (misuse, notice 002 (十), 004 (十八)). */
export function suspendInstitution(
  actor: Person,
  id: InstitutionId,
  reason: string,
): Promise<Result<null, StepRefusal | Missing>> {
  return changeInstitution<StepRefusal>(actor, id, (institution) => {
    const step = takeStep(institution, 'suspend');
    if (!step.ok) return step;
    const change = { state: step.value, suspendedAt: clock.now(), suspendedReason: reason };
    return accept({ change, event: 'institution.suspended', payload: { reason } });
  });
}
