import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, plus } from '~/domain/kernel/money.ts';
import type { PortraitTie, TradeSource } from './portrait.ts';

/** One contract, order or receivable between a seller and a buyer, by their keys. */
export type Dealing = {
  readonly seller: string;
  readonly buyer: string;
  readonly source: TradeSource;
  /** Null when the record names no amount. */
  readonly amount: Fen | null;
  readonly on: Day | null;
};

/**
 * Dealings as ties, one for each seller, buyer and source, in the order in which they first appear: how many, the sum of the
 * amounts that are known, since when and the latest.
 */
export function tradeTies(dealings: readonly Dealing[]): PortraitTie[] {
  const groups = new Map<string, Dealing[]>();
  for (const dealing of dealings) {
    const key = JSON.stringify([dealing.seller, dealing.buyer, dealing.source]);
    groups.set(key, [...(groups.get(key) ?? []), dealing]);
  }
  return [...groups.values()].map((group) => {
    const { seller, buyer, source } = group[0] as Dealing;
    const days = group.flatMap(({ on }) => on ?? []).toSorted();
    const amounts = group.flatMap(({ amount }) => (amount === null ? [] : [amount]));
    return {
      from: seller,
      to: buyer,
      kind: 'trade',
      sharePpm: null,
      since: days[0] ?? null,
      trade: {
        source,
        count: group.length,
        amountFen: amounts.length > 0 ? String(plus(...amounts)) : null,
        latest: days.at(-1) ?? null,
      },
    };
  });
}

/**
 * Who belongs to the group of a firm (关联集团): whom shares, control, representation or guarantees connect it with, over any
 * number of drawn steps. Trade alone makes nobody a member.
 */
export function groupOf(
  self: string,
  ties: readonly Pick<PortraitTie, 'from' | 'to' | 'kind'>[],
): Set<string> {
  const members = new Set([self]);
  const bonds = ties.filter(({ kind }) => kind !== 'trade');
  for (let before = 0; before < members.size; ) {
    before = members.size;
    for (const { from, to } of bonds)
      if (members.has(from) !== members.has(to)) members.add(members.has(from) ? to : from);
  }
  return members;
}
