import { institutionId } from '#prisma/seed/institutions.ts';
import { seedId } from '#prisma/seed/seed-id.ts';
import type { UserId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  addAttempt,
  addEndpoint,
  addMessage,
  setEndpointState,
  setMessage,
} from '~/server/institution/store-webhook.ts';
import { makeWebhookSecret, sealWebhookSecret } from '~/server/institution/webhook-secret.ts';

/** The bank of the demo accounts and one other: each with an address that was switched off, so that nothing is ever sent. */
const banks = ['bank-qiaotou', 'bank-hezhou'] as const;

/** Told once. */
export async function seedWebhooks(codes: readonly string[] = banks): Promise<void> {
  for (const code of codes) await tellOf(code);
}

function tellOf(code: string): Promise<void> {
  const id = seedId('webhook', code);
  const bank = institutionId(code);
  const at = clock.now();
  return withActor(system('seed.webhooks'), async (tx) => {
    if ((await tx.webhookEndpoint.count({ where: { id } })) > 0) return;
    const secret = sealWebhookSecret(id, makeWebhookSecret());
    const createdBy = seedId<UserId>('webhook-maker', code);
    const url = `https://${code}.example.org/xinqiao/events`;
    await addEndpoint(tx, { id, institutionId: bank, url, types: [], secret, createdBy, at });
    const subjectId = seedId('webhook-subject', code);
    const told = { institutionId: bank, endpointId: id, type: 'application.submitted', subjectId } as const;
    const body = JSON.stringify({ type: told.type, timestamp: at.toISOString(), data: { id: subjectId } });
    const message = await addMessage(tx, { ...told, ref: seedId('webhook-ref', code), body, at });
    if (!message) return;
    await addAttempt(tx, { id: message, institutionId: bank }, { outcome: 'refused', status: 410 }, 42, at);
    await setMessage(tx, message, { state: 'failed', attempts: 1, nextAt: null });
    await setEndpointState(tx, id, 'disabled', 'gone', at);
  });
}
