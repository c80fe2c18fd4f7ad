import { canonicalJson, sha256 } from '~/domain/kernel/hash.ts';
import type { ConsentItem, ConsentTerms } from './artefact.ts';

/** The hash before a firm's first consent. */
export const chainStart = '0'.repeat(64);

/** Names as they stood when the firm signed; they are part of what was signed. */
export type SignedNames = {
  readonly consentId: string;
  readonly enterprise: { readonly id: string; readonly uscc: string | null; readonly name: string };
  readonly signatory: { readonly id: string; readonly name: string };
  readonly recipient: {
    readonly name: string;
    readonly contact: string | null;
    /** The branch by name, where the consent names one. */
    readonly branch?: string;
    readonly product: string | null;
  };
  readonly items: readonly (ConsentItem & { readonly name: string })[];
  readonly grantedAt: Date;
  /** The consent that this one takes the place of, by id and hash (domain.md row B7). */
  readonly renews?: { readonly id: string; readonly hash: string } | undefined;
};

/** The text that is hashed and signed: everything the firm saw, in one canonical form. */
export function consentBody(terms: ConsentTerms, names: SignedNames): string {
  const { recipient, validFrom, validTo, items: _codes, ...plain } = terms;
  return canonicalJson({
    ...plain,
    format: 'xinqiao-consent/1',
    id: names.consentId,
    enterprise: names.enterprise,
    signatory: names.signatory,
    recipient: { ...recipient, ...names.recipient },
    items: names.items.map(({ code, version, name }) => ({ code, version, name })),
    validFrom: validFrom.toISOString(),
    validTo: validTo.toISOString(),
    grantedAt: names.grantedAt.toISOString(),
    renews: names.renews,
  });
}

/** The link of a firm's consent chain: sha256(hash before, newline, body). */
export const consentHash = (previousHash: string, body: string): string => sha256(`${previousHash}\n${body}`);

/** The text of a withdrawal, bound to the consent by its hash. */
export const withdrawalBody = (consent: { id: string; hash: string }, revokedAt: Date): string =>
  canonicalJson({
    format: 'xinqiao-withdrawal/1',
    consent: consent.id,
    hash: consent.hash,
    revokedAt: revokedAt.toISOString(),
  });

/** What the firm did with a consent in between: it may pause it and resume it any number of times. */
export const pauseKinds = ['paused', 'resumed'] as const;
export type PauseKind = (typeof pauseKinds)[number];

/** The text of a pause or its end, bound to the consent by its hash. */
export const pauseBody = (consent: { id: string; hash: string }, kind: PauseKind, at: Date): string =>
  canonicalJson({
    format: 'xinqiao-pause/1',
    consent: consent.id,
    hash: consent.hash,
    kind,
    at: at.toISOString(),
  });

/** The second seal in the algorithms of GB/T 32918 and 32905, for who may rely on those alone. */
export type Sm2Seal = {
  /** The signer's identity that goes into the digest; empty, as the openssl command line has it by default. */
  readonly id: string;
  /** SM3 over the same text as `hash`: previous hash, newline, body. */
  readonly sm3: string;
  /** SM2 with SM3 over the text of `sm3`, DER in base64. */
  readonly signature: string;
  readonly keyId: string;
  readonly publicKey: string;
};

/** What the firm keeps: it proves the consent without asking this platform. */
export type Receipt = {
  readonly format: 'xinqiao-receipt/1';
  readonly body: string;
  readonly previousHash: string;
  readonly hash: string;
  /** Ed25519 over the text of `hash`, base64. */
  readonly signature: string;
  readonly keyId: string;
  /** PEM of the platform's public key. */
  readonly publicKey: string;
  /** Missing in receipts that were downloaded before there was one, and where OpenSSL lacks SM2. */
  readonly sm2?: Sm2Seal | null;
  readonly withdrawal: { readonly body: string; readonly signature: string } | null;
  /** Pauses and their ends in their order; missing in receipts that were downloaded before there were any. */
  readonly pauses?: readonly { readonly body: string; readonly signature: string }[];
};
