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
