import type { BitmapIndex } from '~/domain/match/bitmap-index.ts';
import { hardnessOf, never, notFailing, unpack } from '~/domain/match/hardness.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import type { Literal } from '~/domain/product/clauses.ts';
import type { Effort } from '~/domain/product/effort.ts';

/** Why a product is out of reach: in its easiest way in, the condition that is hardest to meet. */
export type NearMiss = { readonly literal: Literal; readonly effort: Effort };

/**
 * The nearest miss of every product that fails, by its place; null for the others and for a product without a way in. Its
 * effort is that of the whole rule as `effortOf` works it out from the explanation: the least over the ways in of the
 * hardest failing condition. What it answers holds until the next firm is asked about.
 */
export type NearMisses = (codes: Int32Array, applicant: Applicant) => (place: number) => NearMiss | null;

const noLiteral = -1;

/** Opens the question for an index; the arrays it works in are its own and serve every firm. */
export function openNearMisses(index: BitmapIndex): NearMisses {
  const { size, literals, productOf, starts, literalsOf } = index;
  const measure = hardnessOf(index);
  const chosen = new Int32Array(size);
  const least = new Float64Array(size);
  const choose = (hardness: Float64Array): void => {
    chosen.fill(noLiteral);
    least.fill(Number.POSITIVE_INFINITY);
    for (let clause = 0; clause < productOf.length; clause += 1) {
      const place = productOf[clause] as number;
      const bound = least[place] as number;
      const end = starts[clause + 1] as number;
      let hardest = noLiteral;
      let most = notFailing;
      for (let at = starts[clause] as number; at < end && most < bound && most !== never; at += 1) {
        const literal = literalsOf[at] as number;
        const own = hardness[literal] as number;
        if (own <= most) continue;
        hardest = literal;
        most = own;
      }
      if (most >= bound) continue;
      least[place] = most;
      chosen[place] = hardest;
    }
  };
  return (codes, applicant) => {
    const hardness = measure(codes, applicant);
    choose(hardness);
    return (place) => {
      const id = chosen[place] ?? noLiteral;
      const literal = literals[id];
      return literal ? { literal, effort: unpack(least[place] as number) } : null;
    };
  };
}
