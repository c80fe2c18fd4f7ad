import type { Day } from '~/domain/kernel/day.ts';
import type { Fen } from '~/domain/kernel/money.ts';
import { type Ppm, shareOf, wholePpm } from '~/domain/kernel/rate.ts';
import { type Counted, underCap } from '~/domain/policy/counted-balance.ts';
import type { BalanceSpan } from '~/domain/policy/loan-facts.ts';

/** A loan that uses a cap. */
export type Holder = {
  readonly id: string;
  readonly drawnOn: Day;
  /** The day from which it uses no cap any more: the end of its term. */
  readonly until: Day;
  readonly balances: readonly BalanceSpan[];
  readonly eligiblePart: Ppm;
  /** Of the version that the loan is under; null where it sets none. */
  readonly cap: Fen | null;
};

/** The balance that is eligible, span by span. */
export const eligibleSpans = ({ balances, eligiblePart }: Pick<Holder, 'balances' | 'eligiblePart'>) =>
  balances.map(({ from, balance }): BalanceSpan => ({ from, balance: shareOf(balance, eligiblePart) }));

const keyOf = (loan: Holder): string => `${loan.drawnOn} ${loan.id}`;

/** The part of what one loan uses that counts against another (by their ids): less than the whole after a division of firms. */
export type PartCounted = (user: string, against: string) => Ppm;

const counts: PartCounted = () => wholePpm;

/** What a loan uses as another one sees it. */
const seenBy = (used: Counted, part: Ppm): Counted =>
  part === wholePpm
    ? used
    : { ...used, spans: used.spans.map((span) => ({ ...span, balance: shareOf(span.balance, part) })) };

/**
 * How the cap of one borrower is used day by day by all loans under a scheme, whatever bank made them and whatever name
 * the borrower had (edge case 6): the loan drawn first has its room first, the id decides a tie. Gives for each loan the
 * part of its eligible balance that the cap leaves. Loans of firms that were absorbed or divided count by `part`.
 */
export function shareCap(
  loans: readonly Holder[],
  part: PartCounted = counts,
): Map<string, readonly BalanceSpan[]> {
  const rooms = new Map<string, readonly BalanceSpan[]>();
  const counted: (Counted & { readonly id: string })[] = [];
  for (const loan of loans.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const own: Counted = { spans: eligibleSpans(loan), from: loan.drawnOn, until: loan.until };
    const others = counted.map((other) => seenBy(other, part(other.id, loan.id)));
    const room = loan.cap === null ? own : underCap(own, loan.cap, others);
    counted.push({ ...room, id: loan.id });
    rooms.set(loan.id, room.spans);
  }
  return rooms;
}

/**
 * What loans drawn before another use of its cap as that one sees it: each what `shareCap` left it, by the part that counts
 * against it.
 */
export const usesSeenBy = (
  against: string,
  before: readonly Holder[],
  rooms: ReadonlyMap<string, readonly BalanceSpan[]>,
  part: PartCounted,
): Counted[] =>
  before.map(({ id, drawnOn, until }) =>
    seenBy({ spans: rooms.get(id) ?? [], from: drawnOn, until }, part(id, against)),
  );
