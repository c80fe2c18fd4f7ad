import { createPublicKey } from 'node:crypto';
import { publicKeyPem } from '~/server/platform/signing.ts';
import { keyIdOf } from '~/server/platform/signing-key.ts';
import { knowsSm2, sm2PublicKeyPem } from '~/server/platform/signing-sm2.ts';

export type PublishedKey = { readonly kind: 'ed25519' | 'sm2'; readonly keyId: string; readonly pem: string };

const published = (kind: PublishedKey['kind'], pem: string): PublishedKey => ({
  kind,
  keyId: keyIdOf(createPublicKey(pem)),
  pem,
});

/** The public keys that receipts are signed with: published so that a receipt's own key can be compared. */
export const publishedKeys = (): PublishedKey[] => [
  published('ed25519', publicKeyPem()),
  ...(knowsSm2() ? [published('sm2', sm2PublicKeyPem())] : []),
];
