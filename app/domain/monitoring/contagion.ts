import { type Fen, leastFen, plus, zeroFen } from '~/domain/kernel/money.ts';

/** Who stands for whose debts, up to an amount; null where its source names none and the whole debt is covered. */
export type Cover = { readonly guarantor: string; readonly debtor: string; readonly limit: Fen | null };

/** How many guarantees a default is followed over (domain.md row H8). */
export const mostHops = 3;

/** What a guarantor is called on for one debtor; `hop` counts from the firm that defaults. */
export type Call = {
  readonly guarantor: string;
  readonly debtor: string;
  readonly hop: number;
  readonly amount: Fen;
};

/** A firm that the default reaches: `debt` is what it owes itself, `called` what it stands for. */
export type Reached = {
  readonly firm: string;
  readonly hop: number;
  readonly debt: Fen;
  readonly called: Fen;
};

export type Contagion = {
  /** The firm that defaults first, then by hop and key; each firm once, at the shortest way. */
  readonly reached: readonly Reached[];
  readonly calls: readonly Call[];
  /** Debts that lose the cover which the firm gave. */
  readonly uncovered: readonly Call[];
  /** Debts of all firms within 0, 1, 2 and 3 hops, each counted once. */
  readonly atRisk: readonly Fen[];
};

const byKey = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Several covers of one guarantor for one debtor are one: without a limit if any has none, else up to their sum. */
function merged(covers: readonly Cover[]): Cover[] {
  const pairs = new Map<string, Cover>();
  for (const { guarantor, debtor, limit } of covers) {
    if (guarantor === debtor) continue;
    const pair = JSON.stringify([guarantor, debtor]);
    const before = pairs.get(pair);
    const sum = before === undefined ? limit : limitOfBoth(before.limit, limit);
    pairs.set(pair, { guarantor, debtor, limit: sum });
  }
  return [...pairs.values()];
}

const limitOfBoth = (a: Fen | null, b: Fen | null): Fen | null =>
  a === null || b === null ? null : plus(a, b);

/** The fewest guarantees from the firm to each that the default reaches. */
function hopsFrom(firm: string, covers: readonly Cover[]): Map<string, number> {
  const hops = new Map([[firm, 0]]);
  for (let hop = 1; hop <= mostHops; hop += 1)
    for (const { guarantor, debtor } of covers)
      if (hops.get(debtor) === hop - 1 && !hops.has(guarantor)) hops.set(guarantor, hop);
  return hops;
}

/**
 * What happens if a firm defaults and nobody who is called on can pay: its guarantors are called on, then theirs, up to three hops.
 * Guarantors are liable jointly, each for the whole up to its limit, so calls of different guarantors are never added up; what is lost
 * at most is the debts themselves, each counted once. `debts` is what each firm owes as far as the reader may know, in fen. The
 * answer does not depend on the order of the covers, and a circle ends where it began.
 */
export function contagionFrom(
  firm: string,
  covers: readonly Cover[],
  debts: ReadonlyMap<string, Fen>,
): Contagion {
  const pairs = merged(covers);
  const hops = hopsFrom(firm, pairs);
  const debtOf = (key: string): Fen => debts.get(key) ?? zeroFen;
  const callOf = ({ guarantor, debtor, limit }: Cover, hop: number): Call => ({
    guarantor,
    debtor,
    hop,
    amount: limit === null ? debtOf(debtor) : leastFen(debtOf(debtor), limit),
  });
  const calls = pairs
    .flatMap((pair) => {
      const at = hops.get(pair.debtor);
      return at === undefined || at >= mostHops || pair.guarantor === firm ? [] : [callOf(pair, at + 1)];
    })
    .toSorted((a, b) => a.hop - b.hop || byKey(a.guarantor, b.guarantor) || byKey(a.debtor, b.debtor));
  const calledOn = (key: string): Fen =>
    plus(zeroFen, ...calls.filter(({ guarantor }) => guarantor === key).map(({ amount }) => amount));
  const reached = [...hops]
    .map(([key, hop]) => ({ firm: key, hop, debt: debtOf(key), called: calledOn(key) }))
    .toSorted((a, b) => a.hop - b.hop || byKey(a.firm, b.firm));
  const within = (hop: number): Fen =>
    plus(zeroFen, ...reached.filter((each) => each.hop <= hop).map(({ debt }) => debt));
  return {
    reached,
    calls,
    uncovered: pairs
      .filter(({ guarantor }) => guarantor === firm)
      .map((pair) => callOf(pair, 1))
      .toSorted((a, b) => byKey(a.debtor, b.debtor)),
    atRisk: Array.from({ length: mostHops + 1 }, (_, hop) => within(hop)),
  };
}
