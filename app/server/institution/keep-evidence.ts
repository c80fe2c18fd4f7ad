import type { DocumentRefusal } from '~/domain/institution/document-kind.ts';
import { checkEvidenceFiles, type EvidenceFileRefusal } from '~/domain/institution/evidence-file.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { type Refusal, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { Missing } from '~/server/institution/change-institution.ts';
import { findInstitution, type Institution } from '~/server/institution/store.ts';
import { type KeptDocument, keepDocuments, type Upload } from '~/server/platform/keep-documents.ts';

export type KeepRefusal = Missing | DocumentRefusal | EvidenceFileRefusal;

type Step<R extends Refusal> = {
  readonly id: InstitutionId;
  /** What the step would say of the institution as it stands: what is refused anyway keeps no file. */
  decide(institution: Institution): Result<unknown, R>;
};

/** Checks, scans and keeps the files that come with an assessment, before the step is written; nothing is kept for a step that would be refused as things stand. */
export async function keepEvidence<R extends Refusal>(
  actor: Person,
  { id, decide }: Step<R>,
  uploads: readonly Upload[],
): Promise<Result<KeptDocument[], R | KeepRefusal>> {
  const institution = await withActor(actor, (tx) => findInstitution(tx, id));
  if (!institution) return refuse({ code: 'institution.not-found' });
  const decided = decide(institution);
  if (!decided.ok) return decided;
  const enough = checkEvidenceFiles(institution.kind, { held: 0, added: uploads.length });
  return enough.ok ? keepDocuments(uploads) : enough;
}
