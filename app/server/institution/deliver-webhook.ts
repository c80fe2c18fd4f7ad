import { randomUUID } from 'node:crypto';
import { type Attempt, sequelOf } from '~/domain/institution/webhook.ts';
import type { InstitutionId } from '~/domain/kernel/id.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { sendWebhook } from '~/server/institution/send-webhook.ts';
import { standingNow } from '~/server/institution/store.ts';
import {
  addAttempt,
  findEndpoint,
  findMessage,
  setEndpointState,
  setMessage,
} from '~/server/institution/store-webhook.ts';
import { openWebhookSecret, signWebhook } from '~/server/institution/webhook-secret.ts';
import { notify } from '~/server/platform/notify.ts';

type Message = NonNullable<Awaited<ReturnType<typeof findMessage>>>;
type Endpoint = NonNullable<Awaited<ReturnType<typeof findEndpoint>>>;

/**
 * One attempt at a message, outside every transaction, and what follows from it, written in one. A crash in between sends
 * the message again under the same id, by which its receiver knows it. Nothing is sent to an endpoint that was switched off,
 * nor to an institution that may not read now: its messages wait as they are until it may again (`releaseWebhooks`).
 */
export async function deliverWebhook(
  actor: Actor,
  messageId: string,
  record: (write: (tx: Tx) => Promise<void>) => Promise<unknown>,
): Promise<void> {
  const found = await withActor(actor, async (tx) => {
    const message = await findMessage(tx, messageId);
    const endpoint = message && (await findEndpoint(tx, message.endpointId));
    if (!message || !endpoint) return null;
    const standing = await standingNow(tx, message.institutionId, clock.today());
    return standing === 'good' ? { message, endpoint } : null;
  });
  if (found?.message.state !== 'pending' || found.endpoint.state !== 'active') return;
  const begun = performance.now();
  const attempt = await attemptAt(found.message, found.endpoint);
  const ms = Math.round(performance.now() - begun);
  await record((tx) => settle(tx, actor, found, attempt, ms));
}

async function attemptAt({ id, body }: Message, endpoint: Endpoint): Promise<Attempt> {
  const secret = openWebhookSecret(endpoint.id, endpoint.secret);
  if (!secret) return { outcome: 'no-secret', status: null };
  const at = Math.floor(Date.now() / 1_000);
  const headers = {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(body)),
    'user-agent': 'xinqiao-webhooks/1',
    'webhook-id': id,
    'webhook-timestamp': String(at),
    'webhook-signature': signWebhook(secret, id, at, body),
  };
  return sendWebhook(endpoint.url, headers, body);
}

type Found = { readonly message: Message; readonly endpoint: Endpoint };

async function settle(tx: Tx, actor: Actor, { message, endpoint }: Found, attempt: Attempt, ms: number) {
  const now = clock.now();
  const attempts = message.attempts + 1;
  await addAttempt(tx, message, attempt, ms, now);
  const sequel = sequelOf(attempt, attempts);
  if (sequel.kind === 'delivered')
    await setMessage(tx, message.id, { state: 'delivered', attempts, nextAt: null });
  else if (sequel.kind === 'ended') await end(tx, actor, { message, endpoint }, attempts, sequel.why);
  else {
    const wait = sequel.seconds * 1_000;
    await setMessage(tx, message.id, {
      state: 'pending',
      attempts,
      nextAt: new Date(now.getTime() + wait),
    });
    const order = { messageId: message.id, ref: randomUUID() };
    const notBefore = new Date(Date.now() + wait); // the queue lives by the machine's clock, not by the business day
    await recordChange(tx, actor, {
      kind: 'institution.webhook-delayed',
      institutionId: message.institutionId as InstitutionId,
      subjectId: message.id,
      jobs: [{ name: 'institution.deliver-webhook', payload: order, notBefore }],
    });
  }
}

async function end(
  tx: Tx,
  actor: Actor,
  { message, endpoint }: Found,
  attempts: number,
  why: 'gone' | 'exhausted',
): Promise<void> {
  const institutionId = message.institutionId as InstitutionId;
  await setMessage(tx, message.id, { state: 'failed', attempts, nextAt: null });
  await setEndpointState(tx, endpoint.id, 'disabled', why, clock.now());
  const detail = { endpoint: endpoint.id, why };
  await appendAudit(tx, actor, { action: 'institution.webhook-disabled', detail });
  await recordChange(tx, actor, {
    kind: 'institution.webhook-disabled',
    institutionId,
    subjectId: endpoint.id,
  });
  const params = { host: new URL(endpoint.url).host };
  const href = `/bank/webhooks/${endpoint.id}`;
  await notify(tx, { to: { institutionId }, kind: 'institution.webhook-disabled', params, href });
}
