import type { BitmapIndex } from '~/domain/match/bitmap-index.ts';
import type { Bitmaps } from '~/domain/match/bitmaps.ts';
import { narrow } from '~/domain/match/verdicts.ts';

/** Value classes of many firms: one column for each attribute of an index, one entry for each firm. */
export type CodeColumns = readonly (Int32Array | Uint16Array)[];

/** What is read for each firm, the attribute that excludes most first; attributes in which all firms agree are folded into `fixed`. */
export type Plan = {
  readonly pools: readonly Int32Array[];
  readonly begins: readonly Int32Array[];
  /**
   * By attribute and code: 1 where a value class leaves no product at all. Where hardly any firm has what is asked for, most
   * lists are settled so without a look at a bitmap.
   */
  readonly hollow: readonly Uint8Array[];
  readonly columns: CodeColumns;
  readonly fixed: Int32Array;
};

/** For each value class whether it leaves no product at all: 1, else 0. */
function hollowsOf(begins: Int32Array, pool: Int32Array, fixed: Int32Array): Uint8Array {
  return Uint8Array.from(begins, (begin) => {
    if (begin < 0) return 0; // a class that no firm has
    for (let w = 0; w < fixed.length; w += 1)
      if (((fixed[w] as number) & (pool[begin + w] as number)) !== 0) return 0;
    return 1;
  });
}

/** Firms that are looked at to see which attributes exclude most. */
const sampled = 256;

export function planOf(index: BitmapIndex, codes: CodeColumns, firms: number, of: 'pass' | 'open'): Plan {
  const fixed = index.alive.slice();
  const asked: { bitmaps: Bitmaps; column: CodeColumns[number]; weight: number }[] = [];
  index.attributes.forEach((bitmaps, a) => {
    const column = codes[a];
    if (!column) throw new Error('a column for every attribute');
    const begins = bitmaps.rows[of];
    if (isSettled(begins, column, firms)) narrow(fixed, bitmaps.rows.pool, begins[column[0] ?? 0] ?? 0);
    else
      asked.push({ bitmaps, column, weight: weightOf(bitmaps, of, column, { firms, words: index.words }) });
  });
  asked.sort((a, b) => a.weight - b.weight);
  return {
    pools: asked.map(({ bitmaps }) => bitmaps.rows.pool),
    begins: asked.map(({ bitmaps }) => bitmaps.rows[of]),
    hollow: asked.map(({ bitmaps: { rows } }) => hollowsOf(rows[of], rows.pool, fixed)),
    columns: asked.map(({ column }) => column),
    fixed,
  };
}

/** Whether all firms have the same bitmap; without firms nothing has to be read. */
function isSettled(begins: Int32Array, column: CodeColumns[number], firms: number): boolean {
  const first = begins[column[0] as number];
  for (let firm = 1; firm < firms; firm += 1) if (begins[column[firm] as number] !== first) return false;
  return true;
}

/** Bits that the attribute lets through, over a sample of firms. */
function weightOf(
  { rows }: Bitmaps,
  of: 'pass' | 'open',
  column: CodeColumns[number],
  { firms, words }: { readonly firms: number; readonly words: number },
): number {
  const step = Math.max(1, Math.floor(firms / sampled));
  let weight = 0;
  for (let firm = 0; firm < firms; firm += step) {
    const begin = rows[of][column[firm] as number] as number;
    for (let w = 0; w < words; w += 1) weight += bitsIn(rows.pool[begin + w] as number);
  }
  return weight;
}

/** How many of the 32 bits are set. */
export function bitsIn(word: number): number {
  let n = word - ((word >>> 1) & 0x55555555);
  n = (n & 0x33333333) + ((n >>> 2) & 0x33333333);
  return Math.imul((n + (n >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
