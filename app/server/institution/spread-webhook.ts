import { randomUUID } from 'node:crypto';
import type { WebhookType } from '~/domain/institution/webhook.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { addMessage, endpointsFor } from '~/server/institution/store-webhook.ts';

export type Happening = {
  readonly institutionId: string;
  readonly type: WebhookType;
  readonly subjectId: string;
  readonly ref: string;
};

/**
 * One message to each endpoint that wants to know. The message is thin: it says what happened to which application;
 * the rest is read over the interface, behind the client's own right.
 */
export async function spreadWebhook(tx: Tx, actor: Actor, what: Happening): Promise<void> {
  const { institutionId, type, subjectId } = what;
  const at = clock.now();
  const body = JSON.stringify({ type, timestamp: at.toISOString(), data: { id: subjectId } });
  for (const { id: endpointId } of await endpointsFor(tx, institutionId, type)) {
    const messageId = await addMessage(tx, { ...what, endpointId, body, at });
    if (!messageId) continue;
    await recordChange(tx, actor, {
      kind: 'institution.webhook-queued',
      institutionId: institutionId as InstitutionId,
      subjectId: messageId,
      jobs: [{ name: 'institution.deliver-webhook', payload: { messageId, ref: randomUUID() } }],
    });
  }
}
