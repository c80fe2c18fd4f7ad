import { sha256 } from '~/domain/kernel/hash.ts';

/** The first 16 bytes of a SHA-256 as 32 hexadecimal digits. */
export type SourceKey = string & { readonly __sourceKey: unique symbol };

/**
 * The key under which a source knows a record, so that the same record delivered twice is one fact. `scope` keeps
 * the numbering of one table apart from that of another; the parts are taken as written, blanks at the edges cut.
 */
export const sourceKey = (scope: string, parts: readonly string[]): SourceKey =>
  sha256([scope, ...parts.map((part) => part.trim())].join('\u001f')).slice(0, 32) as SourceKey;
