import { randomUUID } from 'node:crypto';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findEndpoint, findMessage, setMessage } from '~/server/institution/store-webhook.ts';

export type ResendRefusal =
  | { readonly code: 'institution.webhook-not-found' }
  | { readonly code: 'institution.webhook-off' };

/** Sends a message again, whatever became of it: with the same id and body, and all its attempts before it. */
export function resendWebhook(
  actor: Actor,
  endpointId: string,
  messageId: string,
): Promise<Result<null, ResendRefusal>> {
  const { institutionId } = asInstitution(actor);
  return withActor(actor, async (tx) => {
    const endpoint = await findEndpoint(tx, endpointId);
    const message = await findMessage(tx, messageId);
    if (!endpoint || message?.endpointId !== endpointId)
      return refuse({ code: 'institution.webhook-not-found' });
    if (endpoint.state !== 'active') return refuse({ code: 'institution.webhook-off' });
    await setMessage(tx, messageId, { state: 'pending', attempts: 0, nextAt: clock.now() });
    await appendAudit(tx, actor, {
      action: 'institution.webhook-resent',
      detail: { endpoint: endpointId, message: messageId },
    });
    await recordChange(tx, actor, {
      kind: 'institution.webhook-resent',
      institutionId,
      subjectId: messageId,
      jobs: [{ name: 'institution.deliver-webhook', payload: { messageId, ref: randomUUID() } }],
    });
    return accept(null);
  });
}
