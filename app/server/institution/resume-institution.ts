import { type StepRefusal, takeStep } from '~/domain/institution/standing.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { changeInstitution, type Missing } from '~/server/institution/change-institution.ts';

/** Lets a suspended institution read again, as far as its assessment still holds. */
export function resumeInstitution(
  actor: Person,
  id: InstitutionId,
): Promise<Result<null, StepRefusal | Missing>> {
  return changeInstitution<StepRefusal>(actor, id, (institution) => {
    const step = takeStep(institution, 'resume');
    if (!step.ok) return step;
    const change = { state: step.value, suspendedAt: null, suspendedReason: null };
    return accept({ change, event: 'institution.resumed', payload: { reason: institution.suspendedReason } });
  });
}
