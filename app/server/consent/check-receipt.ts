import { createPublicKey, verify } from 'node:crypto';
import { z } from 'zod';
import { consentHash, pauseKinds, type Receipt } from '~/domain/consent/receipt.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { readReceipt } from '~/server/consent/receipt-file.ts';
import { isSm2Signed, knowsSm2, sm3 } from '~/server/platform/signing-sm2.ts';

/** The keys that whoever checks got from the platform itself, as PEM. Without one the receipt's own key is taken and named. */
export type TrustedKeys = { readonly ed25519?: string | undefined; readonly sm2?: string | undefined };

export type CheckedReceipt = {
  readonly receipt: Receipt;
  readonly consentId: string;
  /** Of a natural person, who stands in it as a commitment only. */
  readonly isPersonal: boolean;
  readonly firm: string;
  readonly recipient: string;
  readonly items: number;
  readonly grantedAt: string;
  readonly validTo: string;
  readonly withdrawnAt: string | null;
  /** Since when it was paused when the receipt was made; null where it was in use. */
  readonly pausedAt: string | null;
  /** Whether the second seal was compared; `absent` in a receipt without one, `unknown` where OpenSSL lacks SM2. */
  readonly sm2: 'valid' | 'absent' | 'unknown';
  /** Whether the signature fits a key that was given, or only the one that the receipt brings along. */
  readonly trust: 'pinned' | 'own-key';
};

export type CheckRefusal = {
  readonly code: 'consent.receipt-unreadable' | 'consent.receipt-altered' | 'consent.receipt-foreign';
};

const signedTerms = { id: z.string(), grantedAt: z.iso.datetime(), validTo: z.iso.datetime() };
const firmText = z
  .object({
    ...signedTerms,
    enterprise: z.object({ name: z.string() }),
    recipient: z.object({ name: z.string() }),
    items: z.array(z.object({ code: z.string() })),
  })
  .transform((text) => ({ ...text, isPersonal: false }));
/** A natural person signs for less: the items by their codes, and a commitment in place of who they are. */
const personText = z
  .object({
    ...signedTerms,
    format: z.literal('xinqiao-person-consent/1'),
    firm: z.string(),
    recipient: z.string(),
    items: z.array(z.string()),
  })
  .transform(({ firm, recipient, items, id, grantedAt, validTo }) => ({
    ...{
      isPersonal: true,
      id,
      grantedAt,
      validTo,
      enterprise: { name: firm },
      recipient: { name: recipient },
    },
    items: items.map((code) => ({ code })),
  }));
const signedText = z.union([firmText, personText]);
const withdrawalText = z.object({ hash: z.string(), revokedAt: z.iso.datetime() });
const pauseText = z.object({ hash: z.string(), kind: z.enum(pauseKinds), at: z.iso.datetime() });

/** Checks a receipt on its own, without database or network: both hashes, both signatures, the withdrawal. */
export function checkReceipt(text: string, trusted: TrustedKeys = {}): Result<CheckedReceipt, CheckRefusal> {
  const receipt = readReceipt(text);
  const body = receipt && parsed(signedText, receipt.body);
  if (!receipt || !body) return refuse({ code: 'consent.receipt-unreadable' });
  const { hash, previousHash, withdrawal } = receipt;
  if (consentHash(previousHash, receipt.body) !== hash) return refuse({ code: 'consent.receipt-altered' });
  const publicKey = trusted.ed25519 ?? receipt.publicKey;
  if (!isEd25519Signed(hash, receipt.signature, publicKey))
    return refuse({ code: 'consent.receipt-foreign' });
  const ended = withdrawal && parsed(withdrawalText, withdrawal.body);
  if (
    withdrawal &&
    !(ended?.hash === hash && isEd25519Signed(withdrawal.body, withdrawal.signature, publicKey))
  )
    return refuse({ code: 'consent.receipt-altered' });
  const pausedAt = checkPauses(receipt, publicKey);
  if (pausedAt === undefined) return refuse({ code: 'consent.receipt-altered' });
  const sm2 = checkSm2(receipt, trusted.sm2);
  if (typeof sm2 !== 'string') return refuse(sm2);
  return accept({
    receipt,
    consentId: body.id,
    isPersonal: body.isPersonal,
    firm: body.enterprise.name,
    recipient: body.recipient.name,
    items: body.items.length,
    grantedAt: body.grantedAt,
    validTo: body.validTo,
    withdrawnAt: ended?.revokedAt ?? null,
    pausedAt,
    sm2,
    trust: trusted.ed25519 ? 'pinned' : 'own-key',
  });
}

/** Since when the last signed step left it paused, null where it did not; undefined where a step is not what was signed. */
function checkPauses({ pauses = [], hash }: Receipt, publicKey: string): string | null | undefined {
  let since: string | null = null;
  let last = '';
  for (const { body, signature } of pauses) {
    const step = parsed(pauseText, body);
    const follows = step && step.at >= last && (step.kind === 'paused') === (since === null);
    if (!follows || step.hash !== hash || !isEd25519Signed(body, signature, publicKey)) return undefined;
    last = step.at;
    since = step.kind === 'paused' ? step.at : null;
  }
  return since;
}

function checkSm2(
  { sm2, previousHash, body }: Receipt,
  trusted?: string,
): CheckedReceipt['sm2'] | CheckRefusal {
  if (!sm2) return 'absent';
  if (!knowsSm2()) return 'unknown';
  if (sm3(`${previousHash}\n${body}`) !== sm2.sm3) return { code: 'consent.receipt-altered' };
  return isSm2Signed(sm2.sm3, sm2.signature, trusted ?? sm2.publicKey)
    ? 'valid'
    : { code: 'consent.receipt-foreign' };
}

function isEd25519Signed(text: string, signature: string, publicKeyPem: string): boolean {
  try {
    const open = createPublicKey(publicKeyPem);
    if (open.asymmetricKeyType !== 'ed25519') return false;
    return verify(null, Buffer.from(text), open, Buffer.from(signature, 'base64'));
  } catch {
    return false;
  }
}

function parsed<T>(schema: z.ZodType<T>, text: string): T | null {
  try {
    const read = schema.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
