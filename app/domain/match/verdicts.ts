import type { BitmapIndex } from '~/domain/match/bitmap-index.ts';
import type { Bitmaps } from '~/domain/match/bitmaps.ts';
import { verdictCodes } from '~/domain/product/verdict-code.ts';

/** Writes the verdict code of every product for one firm, given its value class for each attribute. */
export type Verdicts = (codes: Int32Array, into: Uint8Array) => void;

/**
 * Opens the full answer of an index; it keeps two bitmaps of its own between the calls. Where an attribute leaves nothing open
 * its two bitmaps are one, so most are read once for both answers.
 */
export function openVerdicts({ words, attributes, alive, productOf }: BitmapIndex): Verdicts {
  const pass = new Int32Array(words);
  const open = new Int32Array(words);
  return (codes, into) => {
    pass.set(alive);
    for (let a = 0; a < attributes.length; a += 1) {
      const { rows } = attributes[a] as Bitmaps;
      const code = codes[a] as number;
      if (rows.pass[code] === rows.open[code]) narrow(pass, rows.pool, rows.pass[code] as number);
    }
    open.set(pass);
    for (let a = 0; a < attributes.length; a += 1) {
      const { rows } = attributes[a] as Bitmaps;
      const code = codes[a] as number;
      if (rows.pass[code] === rows.open[code]) continue;
      narrow(pass, rows.pool, rows.pass[code] as number);
      narrow(open, rows.pool, rows.open[code] as number);
    }
    into.fill(verdictCodes.fail);
    for (let w = 0; w < words; w += 1)
      for (let left = (open[w] as number) & ~(pass[w] as number); left !== 0; left &= left - 1)
        into[productOf[(w << 5) + 31 - Math.clz32(left & -left)] as number] = verdictCodes.unknown;
    for (let w = 0; w < words; w += 1)
      for (let left = pass[w] as number; left !== 0; left &= left - 1)
        into[productOf[(w << 5) + 31 - Math.clz32(left & -left)] as number] = verdictCodes.pass;
  };
}

/** Leaves the bits of a row that are also set in the bitmap at `begin`. */
export function narrow(row: Int32Array, pool: Int32Array, begin: number): void {
  for (let w = 0; w < row.length; w += 1) row[w] = (row[w] as number) & (pool[begin + w] as number);
}
