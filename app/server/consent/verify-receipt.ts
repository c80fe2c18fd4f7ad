import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type CheckRefusal, checkReceipt } from '~/server/consent/check-receipt.ts';
import { type SealShown, showSealed } from '~/server/consent/show-sealed.ts';
import { publicKeyPem } from '~/server/platform/signing.ts';
import { knowsSm2, sm2PublicKeyPem } from '~/server/platform/signing-sm2.ts';

export type ReceiptRefusal =
  | CheckRefusal
  | { readonly code: 'consent.receipt-unknown' | 'consent.receipt-personal' };

/** Whether a receipt is the platform's and unaltered: hashes, signatures, withdrawal and register are all compared. That of a natural person is checked and not shown. */
export async function verifyReceipt(text: string): Promise<Result<SealShown, ReceiptRefusal>> {
  const checked = checkReceipt(text, {
    ed25519: publicKeyPem(),
    sm2: knowsSm2() ? sm2PublicKeyPem() : undefined,
  });
  if (!checked.ok) return checked;
  if (checked.value.isPersonal) return refuse({ code: 'consent.receipt-personal' });
  const { hash, signature } = checked.value.receipt;
  const known = await showSealed({ hash, signature });
  return known ? accept({ hash, signature }) : refuse({ code: 'consent.receipt-unknown' });
}
