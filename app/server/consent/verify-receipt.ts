import { z } from 'zod';
import { consentHash, type Receipt } from '~/domain/consent/receipt.ts';
import type { ConsentId } from '~/domain/kernel/id.ts';
import { parseId } from '~/domain/kernel/id.ts';
import { system } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { viewOf } from '~/server/consent/consent-view.ts';
import { consentById } from '~/server/consent/store.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { isSigned, publicKeyPem } from '~/server/platform/signing.ts';

const shape = z.object({
  format: z.literal('xinqiao-receipt/1'),
  body: z.string().max(100_000),
  previousHash: z.string().regex(/^[0-9a-f]{64}$/),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  signature: z.string().max(200),
  keyId: z.string().max(64),
  publicKey: z.string().max(1_000),
  withdrawal: z.object({ body: z.string().max(2_000), signature: z.string().max(200) }).nullable(),
});

export type ReceiptVerdict =
  | { readonly verdict: 'unreadable' | 'altered' | 'foreign-key' | 'unknown' }
  | { readonly verdict: 'valid'; readonly consent: ReturnType<typeof viewOf> };

/**
 * Whether a receipt is the platform's and unaltered, and how the consent stands today. Whoever holds the whole signed
 * text may ask; nothing is said to anybody who does not.
 */
export async function verifyReceipt(text: string): Promise<ReceiptVerdict> {
  const receipt = read(text);
  if (!receipt) return { verdict: 'unreadable' };
  if (consentHash(receipt.previousHash, receipt.body) !== receipt.hash) return { verdict: 'altered' };
  const ours = receipt.publicKey === publicKeyPem() && isSigned(receipt.hash, receipt.signature);
  if (!ours) return { verdict: 'foreign-key' };
  const { withdrawal } = receipt;
  if (
    withdrawal &&
    !(isSigned(withdrawal.body, withdrawal.signature) && withdrawal.body.includes(receipt.hash))
  )
    return { verdict: 'altered' };
  const id = parseId<'consent'>(
    String((JSON.parse(receipt.body) as { id?: unknown }).id),
  ) as ConsentId | null;
  const consent = id && (await withActor(system('verify-receipt'), (tx) => consentById(tx, id)));
  if (!consent || consent.hash !== receipt.hash) return { verdict: 'unknown' };
  return { verdict: 'valid', consent: viewOf(consent, clock.now()) };
}

function read(text: string): Receipt | null {
  try {
    const parsed = shape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
