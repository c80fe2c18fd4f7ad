import { createHmac, randomBytes } from 'node:crypto';
import { openSealed, sealUnder } from '~/server/platform/vault.ts';

/** Where the value stands, so that a sealed secret moved elsewhere does not open. */
const place = 'webhook secret';

/** A new signing secret in the form of Standard Webhooks: 32 random bytes behind `whsec_`. */
export const makeWebhookSecret = (): string => `whsec_${randomBytes(32).toString('base64')}`;

export const sealWebhookSecret = (endpointId: string, secret: string) => sealUnder(endpointId, place, secret);

/** The secret of an endpoint; null once its key is gone from the key store. */
export const openWebhookSecret = (endpointId: string, sealed: Uint8Array): string | null =>
  openSealed(endpointId, place, sealed);

/** The symmetric signature of Standard Webhooks: HMAC-SHA-256 over `id.timestamp.body`; `at` in whole seconds. */
export function signWebhook(secret: string, id: string, at: number, body: string): string {
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${at}.${body}`).digest('base64')}`;
}
