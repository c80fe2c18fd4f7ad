import { type Assessed, type AssessedRefusal, checkAssessed } from '~/domain/institution/standing.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { changeInstitution } from '~/server/institution/change-institution.ts';
import { type KeepRefusal, keepEvidence } from '~/server/institution/keep-evidence.ts';
import type { Institution } from '~/server/institution/store.ts';
import type { Upload } from '~/server/platform/keep-documents.ts';

/** Records a new security assessment (复评) with its evidence and the report: reads work until the end of its last day. */
export async function setAssessment(
  actor: Person,
  id: InstitutionId,
  given: Assessed,
  uploads: readonly Upload[] = [],
): Promise<Result<null, AssessedRefusal | KeepRefusal>> {
  const today = clock.today();
  const decide = (institution: Institution) => {
    const checked = checkAssessed(institution.kind, given, today);
    if (!checked.ok) return checked;
    const { until, evidence } = checked.value;
    const payload = { before: institution.assessmentExpiresOn, until, ...evidence };
    const assessment = until && evidence ? { ...evidence, occasion: 're-test' as const, until } : null;
    const change = { assessmentExpiresOn: until };
    return accept({ change, event: 'institution.assessed', payload, assessment });
  };
  const kept = await keepEvidence<AssessedRefusal>(actor, { id, decide }, uploads);
  if (!kept.ok) return kept;
  return changeInstitution<AssessedRefusal>(actor, id, decide, { files: kept.value });
}
