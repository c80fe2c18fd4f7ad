import { hash } from 'node:crypto';
import { type Canonical, canonicalJson } from './canonical.ts';

export { type Canonical, canonicalJson } from './canonical.ts';

/** SHA-256 as 64 hexadecimal digits. */
export const sha256 = (data: string | Uint8Array): string => hash('sha256', data);

/** The next link of a hash chain: sha256(previous hash, newline, canonical body). */
export const chainHash = (previous: string, body: Canonical): string =>
  sha256(`${previous}\n${canonicalJson(body)}`);
