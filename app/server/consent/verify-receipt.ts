import { z } from 'zod';
import { consentHash, type Receipt } from '~/domain/consent/receipt.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type SealShown, showSealed } from '~/server/consent/show-sealed.ts';
import { isSigned, publicKeyPem } from '~/server/platform/signing.ts';

const hex = z.string().regex(/^[0-9a-f]{64}$/);
const shape = z.object({
  format: z.literal('xinqiao-receipt/1'),
  body: z.string().max(100_000),
  previousHash: hex,
  hash: hex,
  signature: z.string().max(200),
  keyId: z.string().max(64),
  publicKey: z.string().max(1_000),
  withdrawal: z.object({ body: z.string().max(2_000), signature: z.string().max(200) }).nullable(),
});

export type ReceiptRefusal = {
  readonly code:
    | 'consent.receipt-unreadable'
    | 'consent.receipt-altered'
    | 'consent.receipt-foreign'
    | 'consent.receipt-unknown';
};

/** Whether a receipt is the platform's and unaltered. Hash, signature, withdrawal and register are all compared. */
export async function verifyReceipt(text: string): Promise<Result<SealShown, ReceiptRefusal>> {
  const receipt = read(text);
  if (!receipt) return refuse({ code: 'consent.receipt-unreadable' });
  const { hash, signature, withdrawal } = receipt;
  if (consentHash(receipt.previousHash, receipt.body) !== hash)
    return refuse({ code: 'consent.receipt-altered' });
  if (receipt.publicKey !== publicKeyPem() || !isSigned(hash, signature))
    return refuse({ code: 'consent.receipt-foreign' });
  if (withdrawal && !(isSigned(withdrawal.body, withdrawal.signature) && withdrawal.body.includes(hash)))
    return refuse({ code: 'consent.receipt-altered' });
  const known = await showSealed({ hash, signature });
  return known ? accept({ hash, signature }) : refuse({ code: 'consent.receipt-unknown' });
}

function read(text: string): Receipt | null {
  try {
    const parsed = shape.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
