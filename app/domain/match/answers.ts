import { addMonths, daysBetween } from '~/domain/kernel/day.ts';
import { attributeKey, choiceOf, isNumeric } from '~/domain/match/attributes.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import type { Literal } from '~/domain/product/clauses.ts';
import { distanceTo } from '~/domain/product/distance.ts';
import { type Effort, effortOfDistance, relativeChange } from '~/domain/product/effort.ts';
import { askedNumber, judge, type NumericAtom } from '~/domain/product/judge.ts';
import { negate } from '~/domain/product/predicate.ts';

/**
 * What a firm answers to a question, as one number: `met`, `unanswered`, or from 0 up how hard it is to meet. In this order
 * "all" is the greatest of its parts and "any" the least, for verdicts and efforts alike.
 */
export const met = -2;
export const unanswered = -1;

// Where the answers of each tier of effort begin: sizes of change go to a thousand million, days to less, titles have none.
const waiting = 1_000_000_001;
const moving = 1_140_000_001;
const obtaining = 2_140_000_002;
const mostDays = moving - waiting - 1;

/** Nothing helps: no answer is greater, and the difference of any two is still a 32-bit number. */
export const never = obtaining + 1;

const tiers = [0, waiting, moving, obtaining, never] as const;

/** The effort of an answer from 0 up. */
export function effortIn(answer: number): Effort {
  let tier = 0;
  while (tier < 4 && answer >= (tiers[tier + 1] as number)) tier += 1;
  return { tier, size: answer - (tiers[tier] as number) };
}

/** Writes what a firm answers to some literals, each at its place. */
export type Answer = (applicant: Applicant, into: Int32Array) => void;

/**
 * Opens answers to literals that stand next to each other where they ask about the same attribute, as `groupLiterals`
 * orders them. They are those of `judge` and `distanceTo`; numbers, of which a market has thousands of bounds, are compared
 * without an object for each.
 */
export function openAnswers(literals: readonly Literal[]): Answer {
  const groups: Answer[] = [];
  for (let begin = 0; begin < literals.length; ) {
    const key = keyAt(literals, begin);
    let end = begin;
    while (end < literals.length && keyAt(literals, end) === key) end += 1;
    const own = literals.slice(begin, end);
    const { atom } = own[0] as Literal;
    groups.push(isNumeric(atom) ? answerNumbers(atom, own, begin) : answerChoices(own, begin));
    begin = end;
  }
  return (applicant, into) => {
    for (const answer of groups) answer(applicant, into);
  };
}

const keyAt = (literals: readonly Literal[], at: number): string =>
  attributeKey((literals[at] as Literal).atom);

/** Literals in an order in which those of one attribute are neighbours, by their bounds: what follows them branches alike. */
export function groupLiterals(literals: readonly Literal[]): Literal[] {
  const groups = new Map<string, Literal[]>();
  for (const literal of literals) {
    const key = attributeKey(literal.atom);
    const group = groups.get(key);
    if (group) group.push(literal);
    else groups.set(key, [literal]);
  }
  return [...groups.values()].flatMap((group) => group.sort((a, b) => boundOf(a) - boundOf(b)));
}

const boundOf = ({ atom }: Literal): number => (isNumeric(atom) ? (atom.atLeast ?? atom.atMost ?? 0) : 0);

/** Choices whose answers are kept for an attribute; beyond them all are worked out anew. */
const mostChoices = 1_024;

/** What a choice answers depends on the choice alone: it is worked out when the choice is first met. */
function answerChoices(own: readonly Literal[], begin: number): Answer {
  const { atom } = own[0] as Literal;
  const known = new Map<string, Int32Array>();
  return (applicant, into) => {
    const choice = choiceOf(atom, applicant);
    const held = known.get(choice) ?? Int32Array.from(own, (literal) => answerTo(literal, applicant));
    if (known.size >= mostChoices) known.clear();
    known.set(choice, held);
    into.set(held, begin);
  };
}

function answerTo({ atom, negated }: Literal, applicant: Applicant): number {
  const plain = judge(atom, applicant).verdict;
  const verdict = negated ? negate(plain) : plain;
  if (verdict !== 'fail') return verdict === 'pass' ? met : unanswered;
  const { tier, size } = effortOfDistance(distanceTo(atom, applicant, negated));
  return (tiers[tier] ?? 0) + size;
}

/** The numbers asked for by the literals of one attribute; a bound that is not there is infinite. */
type Ranges = { readonly lows: Float64Array; readonly highs: Float64Array; readonly negated: Uint8Array };

function answerNumbers(atom: NumericAtom, own: readonly Literal[], begin: number): Answer {
  const bounds = own.map((literal) => literal.atom as NumericAtom);
  const ranges: Ranges = {
    lows: Float64Array.from(bounds, ({ atLeast }) => atLeast ?? Number.NEGATIVE_INFINITY),
    highs: Float64Array.from(bounds, ({ atMost }) => atMost ?? Number.POSITIVE_INFINITY),
    negated: Uint8Array.from(own, ({ negated }) => Number(negated)),
  };
  const isNeed = atom.kind === 'amount' || atom.kind === 'term';
  return (applicant, into) => {
    const value = askedNumber(atom, applicant);
    if (typeof value !== 'number') into.fill(unanswered, begin, begin + own.length);
    else if (atom.kind === 'age') compareAges(value, applicant, ranges, into.subarray(begin));
    else compare(value, isNeed, ranges, into.subarray(begin));
  };
}

/** A figure of the firm has to rise or fall; the need itself the firm may ask for otherwise, but never for nothing. */
function compare(value: number, isNeed: boolean, { lows, highs, negated }: Ranges, into: Int32Array): void {
  for (let i = 0; i < lows.length; i += 1) {
    const low = lows[i] as number;
    const high = highs[i] as number;
    const mustNot = negated[i] === 1;
    if ((value >= low && value <= high) !== mustNot) {
      into[i] = met;
      continue;
    }
    const to = nearest(value, low, high, mustNot);
    if (Number.isNaN(to) || (isNeed && to <= 0)) into[i] = never;
    else into[i] = (isNeed ? 0 : moving) + relativeChange(Math.abs(to - value), to);
  }
}

/** The nearest whole number that would do; NaN where none would. */
function nearest(value: number, low: number, high: number, mustNot: boolean): number {
  if (!mustNot) return low > high ? Number.NaN : value < low ? low : high;
  const below = low - 1;
  const above = high + 1;
  if (!Number.isFinite(below)) return Number.isFinite(above) ? above : Number.NaN;
  return !Number.isFinite(above) || value - below <= above - value ? below : above;
}

/** Years pass by themselves, and only forwards: the days until the age is reached. */
function compareAges(
  age: number,
  applicant: Applicant,
  { lows, highs, negated }: Ranges,
  into: Int32Array,
): void {
  const { establishedOn } = applicant.firm;
  for (let i = 0; i < lows.length; i += 1) {
    const low = lows[i] as number;
    const high = highs[i] as number;
    const mustNot = negated[i] === 1;
    if ((age >= low && age <= high) !== mustNot) {
      into[i] = met;
      continue;
    }
    const target = mustNot ? (Number.isFinite(high) ? high : age) + 1 : Number.isFinite(low) ? low : age;
    const isReached = target > age && (target >= low && target <= high) !== mustNot;
    into[i] =
      isReached && establishedOn !== null
        ? waiting + Math.min(daysBetween(applicant.today, addMonths(establishedOn, target)), mostDays)
        : never;
  }
}
