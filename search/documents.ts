import { createHash } from 'node:crypto';

/** What can be searched; each kind is written by the stage that owns it. */
export type SearchKind = 'product' | 'enterprise' | 'industry' | 'institution';

/** Values by which results are narrowed, each a list: `{ zone: ['440000'], guarantee: ['credit', 'pledge'] }`. */
export type Facets = { readonly [name: string]: readonly string[] };

/** One searchable text. It is a copy for finding things: what is shown is read from its owner, under its rights. */
export type SearchDocument = {
  readonly kind: SearchKind;
  readonly id: string;
  /** Counts most: a hit here comes before one in the body. */
  readonly title: string;
  readonly body: string;
  readonly facets: Facets;
};

/** A document with the version that its copies are compared by. */
export type VersionedDocument = SearchDocument & { readonly version: string };

/** What is the same for two documents if and only if they say the same: a hash, 16 hexadecimal digits. */
export function versionOf({ kind, id, title, body, facets }: SearchDocument): string {
  const sorted = Object.entries(facets).sort(([a], [b]) => (a < b ? -1 : 1));
  const said = JSON.stringify([kind, id, title, body, sorted]);
  return createHash('sha256').update(said).digest('hex').slice(0, 16);
}

/** Versions by document; `nameOf` says which. */
export type Versions = ReadonlyMap<string, string>;
export const nameOf = (kind: string, id: string): string => `${kind} ${id}`;
export function ofName(name: string): { readonly kind: SearchKind; readonly id: string } {
  const at = name.indexOf(' ');
  return { kind: name.slice(0, at) as SearchKind, id: name.slice(at + 1) };
}

/** How copies differ from what they are copies of. */
export type Difference = {
  readonly missing: readonly string[];
  readonly stale: readonly string[];
  readonly extra: readonly string[];
};

/** The names of documents that the copy lacks, has in another version, or has too many. */
export function differenceOf(wanted: Versions, found: Versions): Difference {
  const names = [...wanted.keys()];
  return {
    missing: names.filter((name) => !found.has(name)),
    stale: names.filter((name) => found.has(name) && found.get(name) !== wanted.get(name)),
    extra: [...found.keys()].filter((name) => !wanted.has(name)),
  };
}
