import { randomUUID } from 'node:crypto';
import type { WebhookType } from '~/domain/institution/webhook.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asInstitution } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { addEndpoint } from '~/server/institution/store-webhook.ts';
import { webhookUrl } from '~/server/institution/webhook-address.ts';
import { makeWebhookSecret, sealWebhookSecret } from '~/server/institution/webhook-secret.ts';

export type NewWebhook = { readonly url: string; readonly types: readonly WebhookType[] };
export type WebhookRefusal = { readonly code: 'institution.webhook-address'; readonly field: 'url' };

/** A new endpoint of the actor's bank. The value holds its signing secret, which is told this once and kept sealed. */
export async function createWebhook(
  actor: Actor,
  { url: typed, types }: NewWebhook,
): Promise<Result<{ readonly id: string; readonly secret: string }, WebhookRefusal>> {
  const { institutionId, userId } = asInstitution(actor);
  const url = webhookUrl(typed);
  if (!url) return refuse({ code: 'institution.webhook-address', field: 'url' });
  const id = randomUUID();
  const secret = makeWebhookSecret();
  const endpoint = { id, institutionId, url: url.href, types, secret: sealWebhookSecret(id, secret) };
  await withActor(actor, async (tx) => {
    await addEndpoint(tx, { ...endpoint, createdBy: userId, at: clock.now() });
    const detail = { endpoint: id, host: url.host, types: [...types] };
    await appendAudit(tx, actor, { action: 'institution.webhook-created', detail });
    await recordChange(tx, actor, { kind: 'institution.webhook-created', institutionId, subjectId: id });
  });
  return accept({ id, secret });
}
