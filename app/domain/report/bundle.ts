import { z } from 'zod';
import { type Canonical, canonicalJson, sha256 } from '~/domain/kernel/hash.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Seal } from '~/domain/score/statistical/sealed.ts';
import { type ReportBody, reportSchema } from './report.ts';

/** SHA-256 of the canonical text of a body: what is signed. */
export const reportHash = (body: ReportBody): string => sha256(canonicalJson(body as Canonical));

const bundleSchema = z.object({
  report: reportSchema,
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  /** Ed25519 over the text of `hash`, base64. */
  signature: z.string().max(200),
  keyId: z.string().max(64),
  /** PEM of the platform's public key. */
  publicKey: z.string().max(1_000),
});

/** A report as a file that proves itself without the platform. */
export type ReportBundle = z.output<typeof bundleSchema>;

export type BundleRefusal =
  | { readonly code: 'report.unreadable'; readonly at: string }
  | { readonly code: 'report.altered' }
  | { readonly code: 'report.signature-wrong' }
  | { readonly code: 'report.key-foreign'; readonly keyId: string };

/**
 * Whether a bundle is whole: the body has the stated hash, the stated key signed it, and the key has the stated id.
 * `keyId` is the platform's as it publishes it; without it anybody's key would do, so the caller shows whose it is.
 */
export function openBundle(
  text: string,
  keyId: string | null,
  isSealed: (hash: string, seal: Seal) => boolean,
): Result<ReportBundle, BundleRefusal> {
  const parsed = bundleSchema.safeParse(readJson(text));
  if (!parsed.success)
    return refuse({ code: 'report.unreadable', at: parsed.error.issues[0]?.path.join('.') || '.' });
  const bundle = parsed.data;
  if (reportHash(bundle.report) !== bundle.hash) return refuse({ code: 'report.altered' });
  if (!isSealed(bundle.hash, bundle)) return refuse({ code: 'report.signature-wrong' });
  return keyId !== null && keyId !== bundle.keyId
    ? refuse({ code: 'report.key-foreign', keyId: bundle.keyId })
    : accept(bundle);
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
