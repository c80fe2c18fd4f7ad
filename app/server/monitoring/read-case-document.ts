import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson, type Person } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findAlert } from '~/server/monitoring/store.ts';
import { findCaseDocument } from '~/server/monitoring/store-case-document.ts';
import { isOpenToBranch } from '~/server/monitoring/store-shown.ts';
import { openStorage } from '~/server/platform/storage.ts';

type Opened = { readonly name: string; readonly type: string; readonly body: Uint8Array };

/** The document; null where the reader's branch got the case by a transfer, without the firm's consent. */
async function openedTo(tx: Tx, { branchId }: Person, alertId: string, id: string) {
  const row = branchId ? await findAlert(tx, alertId) : null;
  if (row && branchId && !(await isOpenToBranch(tx, row, branchId))) return null;
  return findCaseDocument(tx, alertId, id);
}

/** A document that came with a firm's reply, for the firm and its lender; each opening by the lender stands in the firm's chain. */
export async function readCaseDocument(
  actor: Actor,
  alertId: string,
  id: string,
): Promise<Result<Opened, { readonly code: 'monitoring.not-found' }>> {
  const person = asPerson(actor);
  const found = await withActor(actor, (tx) => openedTo(tx, person, alertId, id));
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
