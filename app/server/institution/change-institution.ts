import type { Canonical } from '~/domain/kernel/hash.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Refusal, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type Change, type Institution, lockInstitution, storeChange } from '~/server/institution/store.ts';
import { addAssessment, type NewAssessment } from '~/server/institution/store-assessment.ts';
import { addEvidenceFiles } from '~/server/institution/store-evidence.ts';
import type { KeptDocument } from '~/server/platform/keep-documents.ts';

export type Missing = { readonly code: 'institution.not-found' };

type Decision = {
  readonly change: Change;
  readonly event: string;
  readonly payload: Canonical;
  /** What the step rests on. */
  readonly assessment?: NewAssessment | null;
};

/** An assessment's files lie in storage already; their hashes go into the event and the audit line. */
type With = { readonly files?: readonly KeptDocument[] };

/** Changes one institution by a decision about how it stands now: row, event and audit line in one transaction. */
export function changeInstitution<R extends Refusal>(
  actor: Person,
  id: InstitutionId,
  decide: (institution: Institution) => Result<Decision, R>,
  { files = [] }: With = {},
): Promise<Result<null, R | Missing>> {
  return withActor(actor, async (tx): Promise<Result<null, R | Missing>> => {
    const institution = await lockInstitution(tx, id);
    if (!institution) return refuse({ code: 'institution.not-found' });
    const decided = decide(institution);
    if (!decided.ok) return decided;
    const { change, event, assessment } = decided.value;
    const payload = withHashes(decided.value.payload, files);
    await storeChange(tx, id, change);
    if (assessment) {
      const recorded = await addAssessment(tx, actor, id, assessment);
      await addEvidenceFiles(tx, actor, { id: recorded.id, institutionId: id }, files);
    }
    await recordChange(tx, actor, { kind: event, institutionId: id, subjectId: id, payload });
    await appendAudit(tx, actor, { action: event, detail: { institution: id, ...(payload as object) } });
    return accept(null);
  });
}

const withHashes = (payload: Canonical, files: readonly KeptDocument[]): Canonical =>
  files.length === 0
    ? payload
    : { ...(payload as { [key: string]: Canonical }), files: files.map(({ sha256 }) => sha256) };
