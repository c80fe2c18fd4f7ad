import type { Facets, SearchDocument, SearchKind, Versions } from '#search/documents.ts';

export type SearchQuestion = {
  readonly kind: SearchKind;
  /** What a person typed; words apart must all occur. Empty finds everything. */
  readonly text: string;
  /** Of each facet named, any of the values. */
  readonly facets?: Facets;
  readonly limit?: number;
  readonly offset?: number;
};

export type SearchHit = { readonly id: string };
export type SearchAnswer = { readonly hits: readonly SearchHit[]; readonly total: number };

/**
 * The port to full-text search. Best hits first: the title itself, a title that begins so, one that holds it, the body;
 * among equals the shorter title. Chinese needs no word list: any run of characters of the text is found.
 */
export type Search = {
  readonly driver: string;
  find(question: SearchQuestion): Promise<SearchAnswer>;
  /** Writes documents anew or over those with the same kind and id. */
  write(documents: readonly SearchDocument[]): Promise<void>;
  remove(kind: SearchKind, ids: readonly string[]): Promise<void>;
  /** The version of every document that it holds. */
  versions(): Promise<Versions>;
};

/** The transaction that the PostgreSQL driver works in; a Prisma transaction fits. */
export type SqlRunner = {
  $queryRawUnsafe<T>(query: string, ...values: unknown[]): Promise<T>;
  $executeRawUnsafe(query: string, ...values: unknown[]): Promise<number>;
};
