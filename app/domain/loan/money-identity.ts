import type { Day } from '~/domain/kernel/day.ts';

/** A contract as a link of the chain that its money runs through. */
export type Chained = {
  readonly id: string;
  readonly drawnOn: Day;
  /** The loan whose principal this one goes on with: 无还本续贷, or a refinancing at another bank. */
  readonly renews: string | null;
  /** First drawdown of the money where the loan before is at a bank elsewhere; null or left out without one. */
  readonly statedSince?: Day | null;
};

export type Money = {
  readonly rootId: string;
  readonly since: Day;
  /** The contracts before this one, the latest first. */
  readonly through: readonly string[];
};

/**
 * The identity of a loan is its money, not its contract (edge case 6): a renewal has the first drawdown, and with it the
 * term and the one central scheme, of the loan that it goes on with. A chain that runs in a circle is a fault.
 */
export function moneyOf(loan: Chained, all: readonly Chained[]): Money {
  const byId = new Map(all.map((each) => [each.id, each]));
  const seen = new Set<string>([loan.id]);
  const through: string[] = [];
  let root = loan;
  while (root.renews !== null) {
    const earlier = byId.get(root.renews);
    if (!earlier) break;
    if (seen.has(earlier.id)) throw new Error(`renewals of ${loan.id} run in a circle`);
    seen.add(earlier.id);
    through.push(earlier.id);
    root = earlier;
  }
  const { statedSince: stated } = root;
  return { rootId: root.id, since: stated && stated < root.drawnOn ? stated : root.drawnOn, through };
}
