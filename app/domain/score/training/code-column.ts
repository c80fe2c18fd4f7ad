import type { Column } from './frame.ts';

/** The scale on which a column is cut before any outcome is looked at. */
export type Scale =
  | {
      readonly kind: 'number';
      /** Codes with a meaning of their own, such as −9 "no record": never ordered with the rest. */
      readonly specials: readonly number[];
      /** Pre-bin k holds the values ≥ edges[k − 1] and < edges[k]. */
      readonly edges: readonly number[];
    }
  | { readonly kind: 'category'; readonly levels: number };

/** Rows as small codes: 0 missing, then the specials, then the pre-bins or levels. */
export type Coded = {
  readonly scale: Scale;
  readonly codes: Uint16Array;
  /** Codes in use, the missing one included. */
  readonly size: number;
  /** The first code that is neither missing nor special. */
  readonly base: number;
};

const maxSpecials = 5;

/**
 * Cuts a column by the quantiles of the training rows, each pre-bin at least a share of 1 ÷ `parts`, a frequent value
 * getting a pre-bin of its own. Only the values are read, never the outcome, so this is done once for all folds.
 */
export function codeColumn(column: Column, train: Uint32Array, parts: number): Coded {
  if (column.kind === 'category') {
    const codes = Uint16Array.from(column.codes, (code) => code + 1);
    const size = column.levels.length + 1;
    return { scale: { kind: 'category', levels: column.levels.length }, codes, size, base: 1 };
  }
  const sorted = sortedValues(column.values, train);
  const specials = specialsOf(sorted);
  const ordinary = specials.length > 0 ? sorted.filter((value) => value >= 0) : sorted;
  const edges = quantileEdges(ordinary, parts);
  const scale = { kind: 'number', specials, edges } as const;
  const codes = new Uint16Array(column.values.length);
  for (let i = 0; i < codes.length; i++) codes[i] = codeOf(scale, column.values[i] as number);
  const base = 1 + specials.length;
  return { scale, codes, size: base + edges.length + 1, base };
}

/** The code of one value. */
export function codeOf(scale: Extract<Scale, { kind: 'number' }>, value: number): number {
  if (Number.isNaN(value)) return 0;
  const special = scale.specials.indexOf(value);
  if (special >= 0) return special + 1;
  let [low, high] = [0, scale.edges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((scale.edges[middle] as number) <= value) low = middle + 1;
    else high = middle;
  }
  return 1 + scale.specials.length + low;
}

function sortedValues(values: Float64Array, rows: Uint32Array): Float64Array {
  const known = new Float64Array(rows.length);
  let n = 0;
  for (const row of rows) {
    const value = values[row] as number;
    if (!Number.isNaN(value)) known[n++] = value;
  }
  return known.slice(0, n).sort();
}

/** Negative values in a column of counts or amounts are codes when they are few: up to five, the rest ≥ 0. */
function specialsOf(sorted: Float64Array): number[] {
  const specials: number[] = [];
  for (const value of sorted) {
    if (value >= 0) return specials;
    if (specials.at(-1) !== value) specials.push(value);
    if (specials.length > maxSpecials) return [];
  }
  return [];
}

/** Lower ends of the pre-bins after the first: a cut only where the value changes and the pre-bin is full. */
function quantileEdges(sorted: Float64Array, parts: number): number[] {
  const edges: number[] = [];
  const least = Math.max(1, sorted.length / parts);
  let inBin = 0;
  for (let i = 0; i < sorted.length; ) {
    const value = sorted[i] as number;
    let end = i + 1;
    while (end < sorted.length && sorted[end] === value) end++;
    const run = end - i;
    if (inBin > 0 && (inBin >= least || run >= least)) {
      edges.push(value);
      inBin = 0;
    }
    inBin += run;
    i = end;
  }
  return edges;
}
