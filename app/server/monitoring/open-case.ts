import type { EnterpriseId } from '~/domain/kernel/id.ts';
import type { Result } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type AlertCase, showAlert } from '~/server/monitoring/show-alert.ts';

/** One case for a machine or the command line; that it was opened stands in the firm's log, as of an officer. */
export async function openCase(
  actor: Actor,
  alertId: string,
): Promise<Result<AlertCase, { readonly code: 'monitoring.not-found' }>> {
  const shown = await showAlert(actor, alertId);
  if (!shown.ok) return shown;
  const enterpriseId = shown.value.enterpriseId as EnterpriseId;
  const line = { action: 'monitoring.opened', purpose: 'post-loan', detail: { alertId } } as const;
  await withActor(actor, (tx) => appendAudit(tx, actor, { ...line, enterpriseId }));
  return shown;
}
