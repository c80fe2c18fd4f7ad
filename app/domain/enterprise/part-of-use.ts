import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { type Ppm, ppm } from '~/domain/kernel/rate.ts';
import type { Succession } from './succession.ts';

const whole = 1_000_000;

/** Something that uses a cap: whose it was, and since when. */
export type Use = { readonly firm: EnterpriseId; readonly since: Day };

/**
 * The part of a use that counts against a firm's cap on a day, in millionths (domain.md edge case 8): a merger carries
 * used caps to the successor whole, a division by the shares of the deed; a firm that goes on keeps the rest. Only
 * successions after the use began and until that day move it. Rounded down at each step, so the parts of one use
 * never exceed it.
 */
export function partOfUse(edges: readonly Succession[], use: Use, against: EnterpriseId, on: Day): Ppm {
  const moved = edges
    .filter((edge) => edge.from === use.firm && edge.effectiveOn > use.since && edge.effectiveOn <= on)
    .map((edge) => ({ edge, share: Number(edge.share ?? whole) }));
  const kept = moved.reduce((rest, { share }) => rest - share, whole);
  const inherited = moved.reduce((sum, { edge, share }) => {
    const onwards = partOfUse(edges, { firm: edge.to, since: edge.effectiveOn }, against, on);
    return sum + Math.floor((share * Number(onwards)) / whole);
  }, 0);
  return ppm((use.firm === against ? Math.max(0, kept) : 0) + inherited);
}

/**
 * Names every firm's family, so that firms share one name exactly when successions join them, whatever their direction
 * and number of steps. A firm without any stays its own.
 */
export function familiesOf(edges: readonly Succession[]): (firm: EnterpriseId) => EnterpriseId {
  const headOf = new Map<EnterpriseId, EnterpriseId>();
  const head = (firm: EnterpriseId): EnterpriseId => {
    const above = headOf.get(firm);
    return above === undefined ? firm : head(above);
  };
  for (const { from, to } of edges) {
    const [low, high] = [head(from), head(to)].sort() as [EnterpriseId, EnterpriseId];
    if (low !== high) headOf.set(high, low);
  }
  return head;
}
