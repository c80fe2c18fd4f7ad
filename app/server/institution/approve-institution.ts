import {
  type Assessed,
  type AssessedRefusal,
  checkAssessed,
  type StepRefusal,
  takeStep,
} from '~/domain/institution/standing.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { changeInstitution } from '~/server/institution/change-institution.ts';
import { type KeepRefusal, keepEvidence } from '~/server/institution/keep-evidence.ts';
import type { Institution } from '~/server/institution/store.ts';
import type { Upload } from '~/server/platform/keep-documents.ts';

/** Lets an institution in, with the last day of its security assessment (null where its kind needs none) and the report itself. */
export async function approveInstitution(
  actor: Person,
  id: InstitutionId,
  given: Assessed,
  uploads: readonly Upload[] = [],
): Promise<Result<null, StepRefusal | AssessedRefusal | KeepRefusal>> {
  const today = clock.today();
  const decide = (institution: Institution) => {
    const step = takeStep(institution, 'approve');
    if (!step.ok) return step;
    const checked = checkAssessed(institution.kind, given, today);
    if (!checked.ok) return checked;
    const { until, evidence } = checked.value;
    const assessment = until && evidence ? { ...evidence, occasion: 'admission' as const, until } : null;
    const change = { state: step.value, approvedOn: today, assessmentExpiresOn: until };
    const payload = { until, ...evidence };
    return accept({ change, event: 'institution.approved', payload, assessment });
  };
  const kept = await keepEvidence<StepRefusal | AssessedRefusal>(actor, { id, decide }, uploads);
  if (!kept.ok) return kept;
  return changeInstitution<StepRefusal | AssessedRefusal>(actor, id, decide, { files: kept.value });
}
