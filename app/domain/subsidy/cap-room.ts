import { type Fen, greatestFen, leastFen, minus, zeroFen } from '~/domain/kernel/money.ts';
import { type Ppm, shareOf } from '~/domain/kernel/rate.ts';
import type { BalanceSpan } from '~/domain/policy/loan-facts.ts';

type Holder = {
  readonly id: string;
  readonly drawnOn: string;
  readonly balances: readonly BalanceSpan[];
  readonly eligiblePart: Ppm;
};

const at = (spans: readonly BalanceSpan[], day: string): Fen =>
  spans.findLast((span) => span.from <= day)?.balance ?? zeroFen;

/** The balance that is eligible, span by span. */
export const eligibleSpans = ({ balances, eligiblePart }: Pick<Holder, 'balances' | 'eligiblePart'>) =>
  balances.map(({ from, balance }): BalanceSpan => ({ from, balance: shareOf(balance, eligiblePart) }));

/**
 * How the cap of one borrower is used day by day by all loans under a scheme, whatever bank made them and whatever name
 * the borrower had (edge case 6): the loan drawn first has its room first, the id decides a tie. Gives for each loan the
 * part of its eligible balance that the cap leaves.
 */
export function shareCap(loans: readonly Holder[], cap: Fen | null): Map<string, BalanceSpan[]> {
  const eligible = loans
    .toSorted((a, b) => (a.drawnOn === b.drawnOn ? (a.id < b.id ? -1 : 1) : a.drawnOn < b.drawnOn ? -1 : 1))
    .map((loan) => ({ id: loan.id, spans: eligibleSpans(loan) }));
  if (cap === null) return new Map(eligible.map(({ id, spans }) => [id, spans]));
  const days = [...new Set(eligible.flatMap(({ spans }) => spans.map((span) => span.from)))].sort();
  const rooms = new Map<string, BalanceSpan[]>(eligible.map(({ id }) => [id, []]));
  for (const from of days) {
    let left = cap;
    for (const { id, spans } of eligible) {
      const balance = leastFen(at(spans, from), left);
      left = greatestFen(zeroFen, minus(left, balance));
      rooms.get(id)?.push({ from, balance });
    }
  }
  return rooms;
}
