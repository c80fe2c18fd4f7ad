import { checkEvidenceFiles } from '~/domain/institution/evidence-file.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { KeepRefusal } from '~/server/institution/keep-evidence.ts';
import { lockInstitution } from '~/server/institution/store.ts';
import { addEvidenceFiles, countHeld } from '~/server/institution/store-evidence.ts';
import { keepDocuments, type Upload } from '~/server/platform/keep-documents.ts';

type Wanted = { readonly id: InstitutionId; readonly assessment: string };

/** Adds files to an assessment that is on record: what was scanned later, or the answer to a finding. Returns how many. */
export async function addEvidence(
  actor: Person,
  { id: institutionId, assessment }: Wanted,
  uploads: readonly Upload[],
): Promise<Result<number, KeepRefusal>> {
  if (uploads.length === 0) return refuse({ code: 'institution.evidence-file-missing', field: 'files' });
  const room = await withActor(actor, (tx) => roomFor(tx, { id: institutionId, assessment }, uploads.length));
  if (!room.ok) return room;
  const kept = await keepDocuments(uploads);
  if (!kept.ok) return kept;
  return withActor(actor, async (tx): Promise<Result<number, KeepRefusal>> => {
    const added = kept.value.length;
    const fits = await roomFor(tx, { id: institutionId, assessment }, added);
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

/** Whether an assessment of the institution is there and may take so many files more; the institution stays locked. */
async function roomFor(
  tx: Tx,
  { id, assessment }: Wanted,
  added: number,
): Promise<Result<null, KeepRefusal>> {
  const institution = await lockInstitution(tx, id);
  const held = institution && (await countHeld(tx, { id: assessment, institutionId: id }));
  if (!institution || held === null) return refuse({ code: 'institution.not-found' });
  const fits = checkEvidenceFiles(institution.kind, { held, added });
  return fits.ok ? accept(null) : fits;
}
