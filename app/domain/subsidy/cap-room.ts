import { type Fen, greatestFen, leastFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import { type Ppm, shareOf } from '~/domain/kernel/rate.ts';
import type { BalanceSpan } from '~/domain/policy/loan-facts.ts';

type Holder = {
  readonly id: string;
  readonly drawnOn: string;
  readonly balances: readonly BalanceSpan[];
  readonly eligiblePart: Ppm;
  /** Of the version that the loan is under; null where it sets none. */
  readonly cap: Fen | null;
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
export function shareCap(loans: readonly Holder[]): Map<string, BalanceSpan[]> {
  const eligible = loans
    .toSorted((a, b) => (a.drawnOn === b.drawnOn ? (a.id < b.id ? -1 : 1) : a.drawnOn < b.drawnOn ? -1 : 1))
    .map((loan) => ({ id: loan.id, cap: loan.cap, spans: eligibleSpans(loan) }));
  const days = [...new Set(eligible.flatMap(({ spans }) => spans.map((span) => span.from)))].sort();
  const rooms = new Map<string, BalanceSpan[]>(eligible.map(({ id }) => [id, []]));
  for (const from of days) {
    let used = zeroFen;
    for (const { id, cap, spans } of eligible) {
      const wanted = at(spans, from);
      const balance = cap === null ? wanted : leastFen(wanted, greatestFen(zeroFen, minus(cap, used)));
      used = plus(used, balance);
      rooms.get(id)?.push({ from, balance });
    }
  }
  return rooms;
}
