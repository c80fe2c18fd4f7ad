import type { Audience } from '~/domain/product/could-suit.ts';
import type { ShelfSort } from '~/domain/product/shelf.ts';
import type { Collateral, Segment, Zone } from '~/domain/product/vocabulary.ts';

/** What pages show of a product wherever it stands in a list. Fen as digits, rates in ppm. */
export type ShelfRow = {
  readonly id: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly bankZh: string;
  readonly bankEn: string;
  readonly example: boolean;
  readonly segment: Segment;
  readonly zones: readonly Zone[];
  readonly collateral: readonly Collateral[];
  readonly minFen: string | null;
  readonly maxFen: string | null;
  readonly minTermMonths: number | null;
  readonly maxTermMonths: number | null;
  /** Of a "from" rate only the lowest is known; both are null while the bank publishes none. */
  readonly lowestPpm: number | null;
  readonly highestPpm: number | null;
};

export type FacetCount<V extends string = string> = { readonly value: V; readonly count: number };

/** What the address asks for, as it was typed. */
export type ShelfQuery = {
  readonly q: string;
  readonly zone?: Zone | undefined;
  readonly bank?: string | undefined;
  readonly audience?: Audience | undefined;
  readonly segment?: Segment | undefined;
  readonly collateral?: Collateral | undefined;
  readonly offer?: 'current' | 'example' | undefined;
  /** 万元, months and percent as typed. */
  readonly amount?: string | undefined;
  readonly term?: string | undefined;
  readonly rate?: string | undefined;
  readonly sort: ShelfSort;
  readonly page: number;
};

export type ShelfData = {
  readonly rows: readonly ShelfRow[];
  readonly total: number;
  readonly pages: number;
  /** Nothing stands as it was typed; what is shown may be meant. */
  readonly near: boolean;
  readonly query: ShelfQuery;
  readonly facets: {
    readonly zone: readonly FacetCount<Zone>[];
    readonly bank: readonly (FacetCount & { readonly zh: string; readonly en: string })[];
    readonly audience: readonly FacetCount<Audience>[];
    readonly segment: readonly FacetCount<Segment>[];
    readonly collateral: readonly FacetCount<Collateral>[];
    readonly offer: readonly FacetCount<'current' | 'example'>[];
  };
};
