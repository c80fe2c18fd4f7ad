import type { InstitutionId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findEvidenceFile } from '~/server/institution/store-evidence.ts';
import { openStorage } from '~/server/platform/storage.ts';

type Wanted = { readonly id: InstitutionId; readonly document: string };
type Opened = { readonly name: string; readonly type: string; readonly body: Uint8Array };

/**
 * A file as evidence of an assessment, for the security administrator and the institution's own administrator: a report names
 * weaknesses, so each opening is on record before the bytes leave. The bytes are checked against their hash.
 */
export async function readEvidence(
  actor: Person,
  { id, document }: Wanted,
): Promise<Result<Opened, { readonly code: 'institution.not-found' }>> {
  const found = await withActor(actor, (tx) => findEvidenceFile(tx, id, document));
  const body = found && (await openStorage().read(found.sha256));
  if (!found || !body) return refuse({ code: 'institution.not-found' });
  const detail = { institution: id, document, sha256: found.sha256 };
  await withActor(actor, (tx) => appendAudit(tx, actor, { action: 'institution.evidence-opened', detail }));
  return accept({ name: found.name, type: found.contentType, body });
}
