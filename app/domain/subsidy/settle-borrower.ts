import type { Day } from '~/domain/kernel/day.ts';
import { type Fen, greatestFen, minus, plus, zeroFen } from '~/domain/kernel/money.ts';
import { type Ppm, shareOf, wholePpm } from '~/domain/kernel/rate.ts';
import { type PartCounted, shareCap } from '~/domain/policy/cap-room.ts';
import type { Funding } from '~/domain/policy/subsidy.ts';
import { withYears } from '~/domain/policy/year-cap.ts';
import { type Entitlement, entitlementOf, termEnd } from '~/domain/subsidy/entitlement.ts';
import type { SubsidisedLoan, SubsidyTerms } from '~/domain/subsidy/subsidised-loan.ts';

/** A loan with what its scheme gives it, in the version under which it was drawn. */
export type Subsidised = { readonly loan: SubsidisedLoan; readonly terms: SubsidyTerms };

/**
 * The entitlements of all loans of one borrower under one scheme as of a day: the caps on principal, on amount
 * and on the amount of a year run over them together, whatever bank made them. `before` gives what earlier settlements paid for a loan, by payer; `part` what of another
 * loan's use counts where firms were absorbed or divided.
 */
export function settleBorrower(
  subsidised: readonly Subsidised[],
  asOf: Day,
  before: ReadonlyMap<string, readonly Funding[]>,
  part: PartCounted = () => wholePpm,
): Map<string, Entitlement> {
  const rooms = shareCap(
    subsidised.map(({ loan, terms }) => ({
      ...loan,
      balances: loan.balances.filter((span) => span.from < asOf),
      cap: terms.principalCap,
      until: termEnd(loan, terms),
    })),
    part,
  );
  const settled = new Map<string, Entitlement>();
  for (const { loan, terms } of subsidised.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))) {
    const { used, usedIn } = usedBefore(settled, (id) => part(id, loan.id));
    const amountCap = terms.amountCap === null ? null : greatestFen(zeroFen, minus(terms.amountCap, used));
    const room = { spans: rooms.get(loan.id) ?? [], usedIn };
    const made = entitlementOf(loan, { ...terms, amountCap }, room, asOf, before.get(loan.id) ?? []);
    settled.set(loan.id, made);
  }
  return settled;
}

/** What loans settled before use of the caps on amounts, each by its part. */
function usedBefore(settled: ReadonlyMap<string, Entitlement>, partOf: (id: string) => Ppm) {
  let used = zeroFen;
  let usedIn: ReadonlyMap<number, Fen> = new Map();
  for (const [id, { cumulative, years }] of settled) {
    const counted = partOf(id);
    used = plus(used, shareOf(cumulative, counted));
    usedIn = withYears(
      usedIn,
      years.map(({ year, amount }) => ({ year, amount: shareOf(amount, counted) })),
    );
  }
  return { used, usedIn };
}

const keyOf = ({ loan }: Subsidised): string => `${loan.drawnOn} ${loan.id}`;
