import { z } from 'zod';
import type { Receipt } from '~/domain/consent/receipt.ts';

/** The most that the page for checking takes, in bytes: thousands of pauses. The command takes a file of any length. */
export const receiptMost = 1_000_000;

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const pem = z.string().max(1_000);
const signature = z.string().max(200);
const keyId = z.string().max(64);

const receiptShape = z.object({
  format: z.literal('xinqiao-receipt/1'),
  body: z.string().max(100_000),
  previousHash: hex,
  hash: hex,
  signature,
  keyId,
  publicKey: pem,
  sm2: z
    .object({ id: z.literal(''), sm3: hex, signature, keyId, publicKey: pem })
    .nullable()
    .optional(),
  withdrawal: z.object({ body: z.string().max(2_000), signature }).nullable(),
  pauses: z.array(z.object({ body: z.string().max(2_000), signature })).optional(),
});

/** The receipt in a text, or null where it is none. */
export function readReceipt(text: string): Receipt | null {
  try {
    const parsed = receiptShape.safeParse(JSON.parse(text));
    return parsed.success ? (parsed.data as Receipt) : null;
  } catch {
    return null;
  }
}
