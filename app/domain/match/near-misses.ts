import type { BitmapIndex } from '~/domain/match/bitmap-index.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import type { Literal } from '~/domain/product/clauses.ts';
import { distanceTo } from '~/domain/product/distance.ts';
import { type Effort, effortOfDistance } from '~/domain/product/effort.ts';
import { verdictCodes } from '~/domain/product/verdict-code.ts';

/** Why a product is out of reach: in its easiest way in, the condition that is hardest to meet. */
export type NearMiss = { readonly literal: Literal; readonly effort: Effort };

const noLiteral = -1;

/**
 * The nearest miss of every product that fails, by its place; null for the others and for a product without a way in. Its
 * effort is that of the whole rule as `effortOf` works it out from the explanation: the least over the ways in of the
 * hardest failing condition.
 */
export function nearMisses(
  index: BitmapIndex,
  codes: Int32Array,
  applicant: Applicant,
): (place: number) => NearMiss | null {
  const { literals, productOf, starts, literalsOf } = index;
  const hardness = hardnessOf(index, codes, applicant);
  const chosen = new Int32Array(index.size).fill(noLiteral);
  const least = new Float64Array(index.size).fill(Infinity);
  for (let clause = 0; clause < productOf.length; clause += 1) {
    let hardest = noLiteral;
    let most = notFailing;
    for (let at = starts[clause] as number; at < (starts[clause + 1] as number); at += 1) {
      const literal = literalsOf[at] as number;
      if ((hardness[literal] as number) <= most) continue;
      hardest = literal;
      most = hardness[literal] as number;
    }
    const place = productOf[clause] as number;
    if (most >= (least[place] as number)) continue;
    least[place] = most;
    chosen[place] = hardest;
  }
  return (place) => {
    const literal = literals[chosen[place] ?? noLiteral];
    return literal ? { literal, effort: unpack(least[place] as number) } : null;
  };
}

const notFailing = -1;

/** For every literal how hard it is to meet; `notFailing` where it is met or open. */
function hardnessOf(
  { literals, attributes }: BitmapIndex,
  codes: Int32Array,
  applicant: Applicant,
): Float64Array {
  const hardness = new Float64Array(literals.length).fill(notFailing);
  attributes.forEach((bitmaps, a) => {
    const verdicts = bitmaps.verdictsOf(codes[a] as number);
    for (let own = 0; own < verdicts.length; own += 1) {
      if (verdicts[own] !== verdictCodes.fail) continue;
      const { id, literal } = bitmaps.literals[own] as (typeof bitmaps.literals)[number];
      hardness[id] = pack(effortOfDistance(distanceTo(literal.atom, applicant, literal.negated)));
    }
  });
  return hardness;
}

// One number per effort, so that millions compare fast: the size of an effort stays below this.
const tierStep = 2_000_000_000;
const pack = ({ tier, size }: Effort): number => tier * tierStep + size;
const unpack = (packed: number): Effort => ({
  tier: Math.floor(packed / tierStep),
  size: packed % tierStep,
});
