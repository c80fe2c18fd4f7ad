import type { Code } from '~/domain/feature/columnar/columns.ts';

/** Numbers for the pairs of item and category that occur, found by their bytes without making texts. */
export type Dictionary = {
  readonly codes: readonly Code[];
  /** The number of the item and category whose bytes stand in `bytes`; a length below zero is a category of null. */
  place(bytes: Buffer, item: number, itemLength: number, category: number, categoryLength: number): number;
};

const slots = 1 << 14;

/** A dictionary that goes on from codes known before. */
export function openDictionary(known: readonly Code[]): Dictionary {
  const codes: Code[] = [...known];
  const byText = new Map(codes.map((code, i) => [keyOf(code), i]));
  const cache = new Array<{ item: Buffer; category: Buffer | null; code: number } | undefined>(slots);
  const read = (bytes: Buffer, at: number, length: number) => bytes.toString('latin1', at, at + length);
  const placeText = (code: Code): number => {
    const found = byText.get(keyOf(code));
    if (found !== undefined) return found;
    if (codes.length > 0xffff) throw new RangeError('more kinds of records than a column holds');
    byText.set(keyOf(code), codes.length);
    return codes.push(code) - 1;
  };
  return {
    codes,
    place(bytes, item, itemLength, category, categoryLength) {
      const slot = hash(bytes, item, itemLength, hash(bytes, category, categoryLength, 7)) & (slots - 1);
      const hit = cache[slot];
      if (
        hit &&
        isAt(hit.item, bytes, item, itemLength) &&
        (hit.category === null ? categoryLength < 0 : isAt(hit.category, bytes, category, categoryLength))
      )
        return hit.code;
      const named = categoryLength < 0 ? null : read(bytes, category, categoryLength);
      const code = placeText({ item: read(bytes, item, itemLength), category: named });
      cache[slot] = {
        item: Buffer.from(bytes.subarray(item, item + itemLength)),
        category:
          categoryLength < 0 ? null : Buffer.from(bytes.subarray(category, category + categoryLength)),
        code,
      };
      return code;
    },
  };
}

const keyOf = ({ item, category }: Code): string => `${item}\t${category ?? ''}\t${category === null}`;

function hash(bytes: Buffer, at: number, length: number, seed: number): number {
  let h = seed;
  for (let i = at; i < at + length; i++) h = Math.imul(h ^ (bytes[i] as number), 0x0100_0193);
  return h ^ (h >>> 15);
}

function isAt(known: Buffer, bytes: Buffer, at: number, length: number): boolean {
  if (known.length !== length) return false;
  for (let i = 0; i < length; i++) if (known[i] !== bytes[at + i]) return false;
  return true;
}
