import { addDays, type Day, daysBetween } from '~/domain/kernel/day.ts';
import type { Repayment } from '~/domain/loan/balance.ts';
import { type Arrears, type Due, unpaidOn } from '~/domain/loan/dpd.ts';

/** Arrears that stay the same from a day on, until the next span; only the days past due grow with each day. */
export type ArrearsSpan = { readonly from: Day } & Omit<Arrears, 'dpd'>;

/** What was asked for up to a day; new terms (restructuring) ask anew from the day after. */
export type AskedUntil = { readonly through: Day; readonly dues: readonly Due[] };

const same = (a: ArrearsSpan | undefined, b: ArrearsSpan): boolean =>
  a?.oldestUnpaidOn === b.oldestUnpaidOn &&
  a.overduePrincipal === b.overduePrincipal &&
  a.overdueInterest === b.overdueInterest;

/**
 * The chain of arrears from the first day of a loan through a day. It is computed anew from all that was asked for and
 * all that was paid, so that a payment entered late with its true date corrects every day after it.
 */
export function arrearsChain(
  startOn: Day,
  asked: readonly AskedUntil[],
  repayments: readonly Repayment[],
): ArrearsSpan[] {
  const chain: ArrearsSpan[] = [];
  let from = startOn;
  for (const { through, dues } of asked) {
    const days = [from, ...dues.map((d) => addDays(d.dueOn, 1)), ...repayments.map((r) => r.paidOn)];
    for (const day of [...new Set(days)].filter((d) => d >= from && d <= through).sort()) {
      const { dpd: _, ...arrears } = unpaidOn(day, dues, repayments);
      const span = { from: day, ...arrears };
      if (!same(chain.at(-1), span)) chain.push(span);
    }
    from = addDays(through, 1);
  }
  return chain;
}

/** The arrears at the end of a day of a chain, null before its first day. */
export function arrearsAt(chain: readonly ArrearsSpan[], on: Day): Arrears | null {
  const span = chain.filter((s) => s.from <= on).at(-1);
  if (!span) return null;
  const { from: _, ...arrears } = span;
  return { ...arrears, dpd: dpdOf(span, on) };
}

/** Days past due on a day of the span: from the oldest due date that is not fully paid. */
export const dpdOf = (span: ArrearsSpan, on: Day): number =>
  span.oldestUnpaidOn ? Math.max(0, daysBetween(span.oldestUnpaidOn, on)) : 0;
