import type { ProductId } from '~/domain/kernel/id.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { type Audience, couldSuit } from '~/domain/product/could-suit.ts';
import type { Product } from '~/domain/product/product.ts';
import type { Collateral, Segment, Zone } from '~/domain/product/vocabulary.ts';

/** A product with the yearly rates that its rule gives today; null while the bank publishes none. */
export type Shelved = Product & { readonly lowestPpm: number | null; readonly highestPpm: number | null };

/** `best`: as a full-text search found them, without one by rate. */
export const shelfSorts = ['best', 'rate', 'amount', 'term', 'name'] as const;
export type ShelfSort = (typeof shelfSorts)[number];

/** What a visitor narrows the shelf by; absent means "any". */
export type ShelfFilter = {
  readonly zone?: Zone | undefined;
  readonly bank?: string | undefined;
  readonly collateral?: Collateral | undefined;
  readonly segment?: Segment | undefined;
  readonly audience?: Audience | undefined;
  readonly offer?: 'current' | 'example' | undefined;
  readonly amountFen?: Fen | undefined;
  readonly termMonths?: number | undefined;
  /** At most this yearly rate; products without a published one are left out. */
  readonly mostPpm?: number | undefined;
};

type Facet = Exclude<keyof ShelfFilter, 'amountFen' | 'termMonths' | 'mostPpm'>;

const within = <N extends number | bigint>(value: N, least: N | null, most: N | null): boolean =>
  (least === null || value >= least) && (most === null || value <= most);

const tests: {
  readonly [F in keyof ShelfFilter]-?: (p: Shelved, wanted: NonNullable<ShelfFilter[F]>) => boolean;
} = {
  zone: (p, zone) => p.zones.includes(zone),
  bank: (p, bank) => p.institutionId === bank,
  collateral: (p, kind) => p.collateral.includes(kind),
  segment: (p, segment) => p.segment === segment,
  audience: (p, audience) => couldSuit(p.eligibility, audience),
  offer: (p, offer) => p.example === (offer === 'example'),
  amountFen: (p, amount) => within(amount, p.minFen, p.maxFen),
  termMonths: (p, months) => within(months, p.minTermMonths, p.maxTermMonths),
  mostPpm: (p, most) => p.lowestPpm !== null && p.lowestPpm <= most,
};

/** Whether a product meets every filter; `except` leaves one out, as counting a facet needs. */
export function meets(product: Shelved, filter: ShelfFilter, except?: keyof ShelfFilter): boolean {
  for (const [name, test] of Object.entries(tests) as [
    keyof ShelfFilter,
    (p: Shelved, v: never) => boolean,
  ][]) {
    const wanted = filter[name];
    if (wanted !== undefined && name !== except && !test(product, wanted as never)) return false;
  }
  return true;
}

/** How many products each value of a facet would leave, all other filters kept. */
export function countFacet<V extends string>(
  products: readonly Shelved[],
  filter: ShelfFilter,
  facet: Facet,
  values: readonly V[],
): { readonly value: V; readonly count: number }[] {
  const others = products.filter((product) => meets(product, filter, facet));
  return values.map((value) => ({
    value,
    count: others.filter((product) => meets(product, { [facet]: value } as ShelfFilter)).length,
  }));
}

const unknownLast = (a: number | null, b: number | null): number =>
  a === null || b === null ? Number(a === null) - Number(b === null) : a - b;

const byRate = (a: Shelved, b: Shelved): number =>
  unknownLast(a.lowestPpm, b.lowestPpm) || unknownLast(a.highestPpm, b.highestPpm);

const bySort: { readonly [S in ShelfSort]: (a: Shelved, b: Shelved) => number } = {
  best: byRate,
  rate: byRate,
  amount: (a, b) => unknownLast(a.maxFen && -Number(a.maxFen), b.maxFen && -Number(b.maxFen)),
  term: (a, b) => unknownLast(a.maxTermMonths && -a.maxTermMonths, b.maxTermMonths && -b.maxTermMonths),
  name: () => 0,
};

/** Current offers before examples, then as asked, then by name: the same shelf always stands the same. */
export function sortShelf<P extends Shelved>(products: readonly P[], sort: ShelfSort): P[] {
  const name = (a: Shelved, b: Shelved) => (a.nameZh < b.nameZh ? -1 : a.nameZh > b.nameZh ? 1 : 0);
  return [...products].sort(
    (a, b) =>
      Number(a.example) - Number(b.example) || bySort[sort](a, b) || name(a, b) || (a.code < b.code ? -1 : 1),
  );
}

/** Products in the order of given ids, as a full-text search ranked them. */
export function inOrderOf<P extends Shelved>(products: readonly P[], ids: readonly ProductId[]): P[] {
  const place = new Map(ids.map((id, index) => [id, index]));
  return products
    .filter((product) => place.has(product.id))
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}
