import { addMonths, daysBetween } from '~/domain/kernel/day.ts';
import { isNumeric } from '~/domain/match/attributes.ts';
import type { BitmapIndex } from '~/domain/match/bitmap-index.ts';
import type { Bitmaps, OwnLiteral } from '~/domain/match/bitmaps.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import { distanceTo } from '~/domain/product/distance.ts';
import { type Effort, effortOfDistance, relativeChange } from '~/domain/product/effort.ts';
import type { NumericAtom } from '~/domain/product/judge.ts';
import { verdictCodes } from '~/domain/product/verdict-code.ts';

export const notFailing = -1;

// One number per effort, so that millions compare fast: the size of an effort stays below this.
const tierStep = 2_000_000_000;
const pack = (tier: number, size: number): number => tier * tierStep + size;
export const unpack = (packed: number): Effort => ({
  tier: Math.floor(packed / tierStep),
  size: packed % tierStep,
});
/** Of what nothing helps with: no effort is greater. */
export const never = pack(4, 0);

/**
 * For every literal of an index how hard it is for a firm to meet, as one number; `notFailing` where it is met or open. The
 * efforts are those of `distanceTo`; for numbers, of which a market has thousands, they are worked out from the bounds
 * without an object for each. One array serves every firm.
 */
export function hardnessOf(index: BitmapIndex): (codes: Int32Array, applicant: Applicant) => Float64Array {
  const hardness = new Float64Array(index.literals.length);
  const measures = index.attributes.map((bitmaps) => {
    const [first] = bitmaps.literals;
    return first && isNumeric(first.literal.atom)
      ? measureNumbers(bitmaps, first.literal.atom.kind)
      : measureChoices(bitmaps);
  });
  return (codes, applicant) => {
    for (let a = 0; a < measures.length; a += 1) measures[a]?.(codes[a] as number, applicant, hardness);
    return hardness;
  };
}

type Measure = (code: number, applicant: Applicant, into: Float64Array) => void;

/** How far a choice is from a question depends on the choice alone: it is worked out when the choice is first met. */
function measureChoices({ literals, verdictsOf }: Bitmaps): Measure {
  const ids = Int32Array.from(literals, ({ id }) => id);
  const settled: Float64Array[] = [];
  return (code, applicant, into) => {
    settled[code] ??= Float64Array.from(verdictsOf(code), (verdict, own) => {
      const { literal } = literals[own] as OwnLiteral;
      return verdict === verdictCodes.fail
        ? effortIn(distanceTo(literal.atom, applicant, literal.negated))
        : notFailing;
    });
    const efforts = settled[code];
    for (let own = 0; own < ids.length; own += 1) into[ids[own] as number] = efforts[own] as number;
  };
}

const effortIn = (distance: Parameters<typeof effortOfDistance>[0]): number => {
  const { tier, size } = effortOfDistance(distance);
  return pack(tier, size);
};

function measureNumbers({ attribute, literals }: Bitmaps, kind: NumericAtom['kind']): Measure {
  const ids = Int32Array.from(literals, ({ id }) => id);
  const bounds = literals.map(({ literal }) => literal.atom as NumericAtom);
  const lows = Float64Array.from(bounds, ({ atLeast }) => atLeast ?? Number.NEGATIVE_INFINITY);
  const highs = Float64Array.from(bounds, ({ atMost }) => atMost ?? Number.POSITIVE_INFINITY);
  const negated = Uint8Array.from(literals, ({ literal }) => Number(literal.negated));
  return (_, applicant, into) => {
    const value = attribute.read(applicant);
    const miss = kind === 'age' ? openWait(applicant) : kind === 'amount' || kind === 'term' ? change : move;
    for (let own = 0; own < ids.length; own += 1) {
      const [low, high, mustNot] = [lows[own] as number, highs[own] as number, negated[own] === 1];
      const fails = !Number.isNaN(value) && (value >= low && value <= high) === mustNot;
      into[ids[own] as number] = fails ? miss(value, low, high, mustNot) : notFailing;
    }
  };
}

/** How hard a failing value is to bring within the bounds, or out of them; a bound that is not there is infinite. */
type Miss = (value: number, low: number, high: number, mustNot: boolean) => number;

/** The nearest whole number that would do; NaN where none would. */
function nearest(value: number, low: number, high: number, mustNot: boolean): number {
  if (!mustNot) return low > high ? Number.NaN : value < low ? low : high;
  const [below, above] = [low - 1, high + 1];
  if (!Number.isFinite(below)) return Number.isFinite(above) ? above : Number.NaN;
  return !Number.isFinite(above) || value - below <= above - value ? below : above;
}

/** A figure of the firm that has to rise or fall. */
const move: Miss = (value, low, high, mustNot) => {
  const to = nearest(value, low, high, mustNot);
  return Number.isNaN(to) ? never : pack(2, relativeChange(Math.abs(to - value), to));
};

/** The need itself, which the firm may ask for otherwise: never for nothing. */
const change: Miss = (value, low, high, mustNot) => {
  const to = nearest(value, low, high, mustNot);
  return to > 0 ? pack(0, relativeChange(Math.abs(to - value), to)) : never;
};

/** Years pass by themselves, and only forwards: the days until the age is reached. */
function openWait({ firm: { establishedOn }, today }: Applicant): Miss {
  const daysUntil = new Map<number, number>();
  return (age, low, high, mustNot) => {
    const target = mustNot ? (Number.isFinite(high) ? high : age) + 1 : Number.isFinite(low) ? low : age;
    const isMet = (target >= low && target <= high) !== mustNot;
    if (target <= age || !isMet || establishedOn === null) return never;
    const days = daysUntil.get(target) ?? daysBetween(today, addMonths(establishedOn, target));
    daysUntil.set(target, days);
    return pack(1, days);
  };
}
