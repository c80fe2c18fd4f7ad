import type { Day } from '~/domain/kernel/day.ts';
import {
  divideHalfUp,
  type Fen,
  fen,
  greatestFen,
  leastFen,
  minus,
  plus,
  zeroFen,
} from '~/domain/kernel/money.ts';
import type { BalanceSpan } from '~/domain/policy/loan-facts.ts';

/** Balances of one piece of money that count under a cap from a day until another, itself not counted. */
export type Counted = { readonly spans: readonly BalanceSpan[]; readonly from: Day; readonly until: Day };

/** The balance on a day; zero outside the days that count. */
export function balanceOn({ spans, from, until }: Counted, on: Day): Fen {
  if (on < from || on >= until) return zeroFen;
  let balance = zeroFen;
  for (const span of spans) if (span.from <= on) balance = span.balance;
  return balance;
}

/** All balances together on a day. */
export const usedOn = (counted: readonly Counted[], on: Day): Fen =>
  plus(...counted.map((each) => balanceOn(each, on)));

/** The most that is used on one day from a day until another. */
export function mostUsed(counted: readonly Counted[], from: Day, until: Day): Fen {
  const days = breaks([...counted, { spans: [], from, until }]).filter((on) => on >= from && on < until);
  return greatestFen(zeroFen, ...days.map((on) => usedOn(counted, on)));
}

const breaks = (counted: readonly Counted[]): Day[] => {
  const days = counted.flatMap(({ spans, from, until }) => [from, until, ...spans.map((span) => span.from)]);
  return [...new Set(days)].sort();
};

/** Only a part of each balance, in the proportion that the eligible part had of the principal, half up to the fen. */
export const partOf = (spans: readonly BalanceSpan[], eligible: Fen, principal: Fen): BalanceSpan[] =>
  spans.map((span) => ({
    from: span.from,
    balance: eligible >= principal ? span.balance : fen(divideHalfUp(span.balance * eligible, principal)),
  }));

/**
 * What of a balance counts day by day when others of the same borrower, at whatever bank, use the cap before it:
 * min(balance, cap − used) on every day (domain.md §2.7).
 */
export function underCap(own: Counted, cap: Fen, others: readonly Counted[]): Counted {
  const days = breaks([own, ...others]).filter((on) => on >= own.from && on < own.until);
  const spans = days.map((on) => ({
    from: on,
    balance: leastFen(balanceOn(own, on), greatestFen(zeroFen, minus(cap, usedOn(others, on)))),
  }));
  return { ...own, spans };
}
