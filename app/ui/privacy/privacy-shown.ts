import type { PersonPurpose, Relation } from '~/domain/privacy/relation.ts';

export type PersonState =
  | 'asked'
  | 'refused'
  | 'link-expired'
  | 'active'
  | 'expired'
  | 'withdrawn'
  | 'erased';
export type NamedShown = { readonly zh: string; readonly en: string | null };

/** A person on the firm's page. */
export type PersonShown = {
  readonly id: string;
  /** Masked; null once erased. */
  readonly name: string | null;
  readonly relation: Relation;
  readonly sharePpm: number | null;
  readonly purpose: PersonPurpose;
  readonly bank: NamedShown;
  readonly state: PersonState;
  readonly items: number;
  readonly validTo: string | null;
  /** The last day of a refusal. */
  readonly refusalHolds: string | null;
};

export type AskedShown = {
  readonly id: string;
  readonly question: string;
  readonly answer: boolean | null;
  readonly band: number | null;
  readonly refusal: string | null;
  readonly userName: string;
  readonly at: string;
};
