import type { Attribute } from '~/domain/match/attributes.ts';
import type { Bounds } from '~/domain/product/bounds.ts';
import type { Literal } from '~/domain/product/clauses.ts';
import { judge } from '~/domain/product/judge.ts';
import { verdictCodes } from '~/domain/product/verdict-code.ts';

/** A literal of one attribute, with its place among all literals of the index. */
export type OwnLiteral = { readonly id: number; readonly literal: Literal };

/** Clauses that ask the same literals of one attribute. */
export type Condition = { readonly own: readonly number[]; readonly clauses: readonly number[] };

/** Bitmaps over the clauses, kept once each in one pool; a code says where those of its value class begin. */
export type Rows = {
  pool: Int32Array;
  used: number;
  /** By code: where the bitmap of clauses that pass begins in `pool`; −1 before the code was met. */
  pass: Int32Array;
  /** By code: the same for clauses that do not fail. */
  open: Int32Array;
};

export type Bitmaps = {
  readonly attribute: Attribute;
  readonly rows: Rows;
  /** The value class of a value that the attribute read; its bitmaps exist afterwards. */
  codeOf(value: number): number;
};

export type BitmapsOrder = {
  readonly attribute: Attribute;
  readonly literals: readonly OwnLiteral[];
  readonly conditions: readonly Condition[];
  /** The bitmap of clauses that ask nothing of the attribute. */
  readonly unasked: Int32Array;
};

/** The bitmaps of one attribute, each made when its value class is first met. */
export function openBitmaps({ attribute, literals, conditions, unasked }: BitmapsOrder): Bitmaps {
  const classes =
    attribute.samples === null ? numberClasses(literals) : choiceClasses(literals, attribute.samples);
  const rows: Rows = { pool: new Int32Array(0), used: 0, pass: new Int32Array(0), open: new Int32Array(0) };
  const place = openPlaces(rows, unasked.length);
  const [passing, open] = [new Int32Array(unasked.length), new Int32Array(unasked.length)];
  const make = (code: number): void => {
    const answers = classes.verdictsOf(code);
    passing.set(unasked);
    open.set(unasked);
    for (const { own, clauses } of conditions) {
      const least = leastOf(own, answers);
      if (least === verdictCodes.fail) continue;
      setBits(open, clauses);
      if (least === verdictCodes.pass) setBits(passing, clauses);
    }
    reserve(rows, code);
    rows.pass[code] = place(passing);
    rows.open[code] = place(open);
  };
  const codeOf = (value: number): number => {
    const code = classes.codeOf(value);
    if (code >= rows.pass.length || rows.pass[code] === -1) make(code);
    return code;
  };
  return { attribute, rows, codeOf };
}

/** The value classes of an attribute, and what its literals say of each. */
type Classes = {
  codeOf(value: number): number;
  verdictsOf(code: number): Uint8Array;
};

/** A choice is its own class: its questions are put to an applicant that has it. */
const choiceClasses = (
  literals: readonly OwnLiteral[],
  samples: NonNullable<Attribute['samples']>,
): Classes => ({
  codeOf: (value) => value,
  verdictsOf: (code) => {
    const sample = samples[code];
    if (!sample) throw new Error('a choice without an applicant');
    return Uint8Array.from(literals, ({ literal: { atom, negated } }) => {
      const verdict = verdictCodes[judge(atom, sample).verdict];
      return negated ? 2 - verdict : verdict;
    });
  },
});

/** Numbers between two neighbouring bounds answer all questions alike; class 0 is the unknown. */
function numberClasses(literals: readonly OwnLiteral[]): Classes {
  const bounds = literals.map(({ literal: { atom } }): Bounds => {
    const { atLeast, atMost } = atom as Bounds;
    return { atLeast, atMost };
  });
  const lows = Float64Array.from(bounds, ({ atLeast }) => atLeast ?? -Infinity);
  const highs = Float64Array.from(bounds, ({ atMost }) => atMost ?? Infinity);
  const negated = Uint8Array.from(literals, ({ literal }) => Number(literal.negated));
  const edges = Float64Array.from(
    new Set(
      bounds.flatMap(({ atLeast, atMost }) => [
        ...(atLeast === undefined ? [] : [atLeast]),
        ...(atMost === undefined ? [] : [nextAbove(atMost)]),
      ]),
    ),
  ).sort();
  const codeOf = (value: number): number => (Number.isNaN(value) ? 0 : 1 + edgesUpTo(edges, value));
  const verdictsOf = (code: number): Uint8Array => {
    if (code === 0) return new Uint8Array(literals.length).fill(verdictCodes.unknown);
    const value = code === 1 ? -Infinity : (edges[code - 2] as number);
    const verdicts = new Uint8Array(literals.length);
    for (let i = 0; i < verdicts.length; i += 1) {
      const isWithin = Number(value >= (lows[i] as number) && value <= (highs[i] as number));
      verdicts[i] = isWithin === negated[i] ? verdictCodes.fail : verdictCodes.pass;
    }
    return verdicts;
  };
  return { codeOf, verdictsOf };
}

/** How many of the ascending edges lie at or below a value. */
function edgesUpTo(edges: Float64Array, value: number): number {
  let [low, high] = [0, edges.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((edges[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

const bits = new DataView(new ArrayBuffer(8));

/** The smallest double above a finite number. */
function nextAbove(value: number): number {
  if (value === 0) return Number.MIN_VALUE;
  bits.setFloat64(0, value);
  bits.setBigInt64(0, bits.getBigInt64(0) + (value > 0 ? 1n : -1n));
  return bits.getFloat64(0);
}

function leastOf(own: readonly number[], answers: Uint8Array): number {
  let least: number = verdictCodes.pass;
  for (let i = 0; i < own.length; i += 1) least = Math.min(least, answers[own[i] as number] as number);
  return least;
}

function setBits(row: Int32Array, places: readonly number[]): void {
  for (let i = 0; i < places.length; i += 1) {
    const bit = places[i] as number;
    row[bit >>> 5] = (row[bit >>> 5] as number) | (1 << (bit & 31));
  }
}

/** Puts a bitmap into the pool, equal ones only once; answers where it begins. */
function openPlaces(rows: Rows, words: number): (row: Int32Array) => number {
  const byHash = new Map<number, number[]>();
  return (row) => {
    const hash = hashOf(row);
    const alike = byHash.get(hash) ?? [];
    const held = alike.find((at) => isSame(row, rows.pool, at));
    if (held !== undefined) return held;
    const at = rows.used;
    if (at + words > rows.pool.length) rows.pool = grown(rows.pool, Math.max(16 * words, 2 * at), 0);
    rows.pool.set(row, at);
    rows.used += words;
    byHash.set(hash, [...alike, at]);
    return at;
  };
}

function isSame(row: Int32Array, pool: Int32Array, at: number): boolean {
  for (let i = 0; i < row.length; i += 1) if (row[i] !== pool[at + i]) return false;
  return true;
}

/** FNV-1a over the words. */
function hashOf(row: Int32Array): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < row.length; i += 1) hash = Math.imul(hash ^ (row[i] as number), 0x01000193);
  return hash;
}

function reserve(rows: Rows, code: number): void {
  if (code < rows.pass.length) return;
  const size = Math.max(16, 2 * (code + 1));
  rows.pass = grown(rows.pass, size, -1);
  rows.open = grown(rows.open, size, -1);
}

function grown(from: Int32Array, size: number, fill: number): Int32Array {
  const to = new Int32Array(size).fill(fill);
  to.set(from);
  return to;
}
