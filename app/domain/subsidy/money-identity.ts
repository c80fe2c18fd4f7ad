import type { Day } from '~/domain/kernel/day.ts';

type Contract = {
  readonly id: string;
  readonly drawnOn: Day;
  /** The loan whose principal this one goes on with: 无还本续贷, or a refinancing at another bank. */
  readonly renews: string | null;
};

export type Money = { readonly rootId: string; readonly since: Day };

/**
 * The identity of a loan is its money, not its contract (edge case 6): a renewal has the first drawdown, and with it the
 * term and the one central scheme, of the loan that it goes on with. A chain that runs in a circle is a fault.
 */
export function moneyOf(loan: Contract, all: readonly Contract[]): Money {
  const byId = new Map(all.map((each) => [each.id, each]));
  const seen = new Set<string>();
  let root = loan;
  while (root.renews !== null) {
    if (seen.has(root.id)) throw new Error(`renewals of ${loan.id} run in a circle`);
    seen.add(root.id);
    const earlier = byId.get(root.renews);
    if (!earlier) break;
    root = earlier;
  }
  return { rootId: root.id, since: root.drawnOn };
}
