import type { Day } from '~/domain/kernel/day.ts';
import { greatestFen, minus, zeroFen } from '~/domain/kernel/money.ts';
import type { Funding } from '~/domain/policy/subsidy.ts';
import { shareCap } from '~/domain/subsidy/cap-room.ts';
import { type Entitlement, entitlementOf } from '~/domain/subsidy/entitlement.ts';
import type { SubsidisedLoan, SubsidyTerms } from '~/domain/subsidy/subsidised-loan.ts';

/**
 * The entitlements of all loans of one borrower under one scheme as of a day: the caps on principal and amount run over
 * them together, whatever bank made them. `before` gives what earlier settlements paid for a loan, by payer.
 */
export function settleBorrower(
  loans: readonly SubsidisedLoan[],
  terms: SubsidyTerms,
  asOf: Day,
  before: ReadonlyMap<string, readonly Funding[]>,
): Map<string, Entitlement> {
  const rooms = shareCap(
    loans.map((loan) => ({ ...loan, balances: loan.balances.filter((span) => span.from < asOf) })),
    terms.principalCap,
  );
  const settled = new Map<string, Entitlement>();
  let left = terms.amountCap;
  for (const loan of loans.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const room = rooms.get(loan.id) ?? [];
    const made = entitlementOf(loan, { ...terms, amountCap: left }, room, asOf, before.get(loan.id) ?? []);
    if (left !== null) left = greatestFen(zeroFen, minus(left, made.cumulative));
    settled.set(loan.id, made);
  }
  return settled;
}

const keyOf = (loan: SubsidisedLoan): string => `${loan.drawnOn} ${loan.id}`;
