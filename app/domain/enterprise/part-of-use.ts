import type { Day } from '~/domain/kernel/day.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { type Ppm, ppm } from '~/domain/kernel/rate.ts';
import type { Succession } from './succession.ts';

const whole = 1_000_000;

/** Something that uses a cap: whose it was, and since when. */
export type Use = { readonly firm: EnterpriseId; readonly since: Day };

type Move = { readonly to: EnterpriseId; readonly on: Day; readonly part: number };

/**
 * Where what a firm used went, in order of time: a division moves the shares of its deed of what the firm had until then, a merger
 * all that is left; of one day the divisions come first, for a firm that was absorbed has nothing to divide.
 */
function movesOf(
  edges: readonly Succession[],
  use: Use,
  on: Day,
): { readonly moves: Move[]; readonly kept: number } {
  const after = edges.filter((e) => e.from === use.firm && e.effectiveOn > use.since && e.effectiveOn <= on);
  const days = [...new Set(after.map(({ effectiveOn }) => effectiveOn))].sort();
  const moves: Move[] = [];
  let kept = whole;
  for (const day of days) {
    const base = kept;
    const today = after.filter(({ effectiveOn }) => effectiveOn === day);
    for (const { to, share } of today.toSorted(
      (a, b) => Number(a.share === null) - Number(b.share === null),
    )) {
      const part = share === null ? kept : Math.min(kept, Math.floor((base * Number(share)) / whole));
      moves.push({ to, on: day, part });
      kept -= part;
    }
  }
  return { moves, kept };
}

/**
 * The part of a use that counts against a firm's cap on a day, in millionths (domain.md edge case 8): a merger carries what the
 * firm still had to the successor, a division by the shares of the deed; a firm that goes on keeps the rest. Only successions after
 * the use began and until that day move it. Rounded down at each step, so the parts of one use never exceed it.
 */
export function partOfUse(edges: readonly Succession[], use: Use, against: EnterpriseId, on: Day): Ppm {
  const { moves, kept } = movesOf(edges, use, on);
  const inherited = moves.reduce((sum, move) => {
    const onwards = partOfUse(edges, { firm: move.to, since: move.on }, against, on);
    return sum + Math.floor((move.part * Number(onwards)) / whole);
  }, 0);
  return ppm((use.firm === against ? kept : 0) + inherited);
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
