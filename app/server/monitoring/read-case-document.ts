import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findCaseDocument } from '~/server/monitoring/store-case-document.ts';
import { openStorage } from '~/server/platform/storage.ts';

type Opened = { readonly name: string; readonly type: string; readonly body: Uint8Array };

/** A document that came with a firm's reply, for the firm and its lender; each opening by the lender stands in the firm's chain. */
export async function readCaseDocument(
  actor: Actor,
  alertId: string,
  id: string,
): Promise<Result<Opened, { readonly code: 'monitoring.not-found' }>> {
  const person = asPerson(actor);
  const found = await withActor(actor, (tx) => findCaseDocument(tx, alertId, id));
  const body = found && (await openStorage().read(found.sha256));
  if (!found || !body) return refuse({ code: 'monitoring.not-found' });
  if (person.institutionId)
    await withActor(actor, (tx) =>
      appendAudit(tx, actor, {
        action: 'monitoring.document-opened',
        enterpriseId: found.enterpriseId as EnterpriseId,
        purpose: 'post-loan',
        detail: { alertId, document: id, sha256: found.sha256 },
      }),
    );
  return accept({ name: found.name, type: found.contentType, body });
}
