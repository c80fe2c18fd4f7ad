import { checkEvidenceFiles } from '~/domain/institution/evidence-file.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type KeepRefusal, keepEvidence } from '~/server/institution/keep-evidence.ts';
import { lockInstitution } from '~/server/institution/store.ts';
import { addEvidenceFiles, countHeld } from '~/server/institution/store-evidence.ts';
import type { Upload } from '~/server/platform/keep-documents.ts';

type Wanted = { readonly id: InstitutionId; readonly assessment: string };

/** Adds files to an assessment that is on record: what was scanned later, or the answer to a finding. Returns how many. */
export async function addEvidence(
  actor: Person,
  { id: institutionId, assessment }: Wanted,
  uploads: readonly Upload[],
): Promise<Result<number, KeepRefusal>> {
  if (uploads.length === 0) return refuse({ code: 'institution.evidence-file-missing', field: 'files' });
  const step = { id: institutionId, decide: () => accept(null) };
  const kept = await keepEvidence<never>(actor, step, uploads);
  if (!kept.ok) return kept;
  return withActor(actor, async (tx): Promise<Result<number, KeepRefusal>> => {
    const institution = await lockInstitution(tx, institutionId);
    const held = institution && (await countHeld(tx, { id: assessment, institutionId }));
    if (!institution || held === null) return refuse({ code: 'institution.not-found' });
    const added = kept.value.length;
    const fits = checkEvidenceFiles(institution.kind, { held, added });
    if (!fits.ok) return fits;
    await addEvidenceFiles(tx, actor, { id: assessment, institutionId }, kept.value);
    const payload = { assessment, files: kept.value.map(({ sha256 }) => sha256) };
    const change = { kind: 'institution.evidence-added', institutionId, subjectId: institutionId, payload };
    await recordChange(tx, actor, change);
    const detail = { institution: institutionId, ...payload };
    await appendAudit(tx, actor, { action: 'institution.evidence-added', detail });
    return accept(added);
  });
}
