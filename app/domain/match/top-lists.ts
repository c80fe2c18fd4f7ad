import type { BitmapIndex } from '~/domain/match/bitmap-index.ts';
import { type CodeColumns, type Plan, planOf } from '~/domain/match/search-plan.ts';

/** Lists of at most `length` places of products for each firm: those that pass, then the open ones; −1 where a list ends. */
export type TopLists = {
  readonly length: number;
  readonly places: Int32Array;
  /** How many at the head of each list pass. */
  readonly passes: Uint8Array;
};

export const noPlace = -1;

/**
 * The first products of every firm in the order of the index. The bitmaps of passing clauses are read word by word until
 * the list is full; only a firm whose list stays short is asked for what is still open to it.
 */
export function topLists(index: BitmapIndex, codes: CodeColumns, firms: number, length: number): TopLists {
  const places = new Int32Array(firms * length).fill(noPlace);
  const passes = new Uint8Array(firms);
  const fill = openFill(index, codes, firms);
  for (let firm = 0; firm < firms; firm += 1) passes[firm] = fill(firm, places, firm * length, length);
  return { length, places, passes };
}

/** Writes the list of one firm at `into[from]` and on, at most `most` places; answers how many of them pass. */
export type Fill = (firm: number, into: Int32Array, from: number, most: number) => number;

/** Searches the lists of firms whose codes stay as they are while it is used. */
export function openFill(index: BitmapIndex, codes: CodeColumns, firms: number): Fill {
  const passing = planOf(index, codes, firms, 'pass');
  const open = planOf(index, codes, firms, 'open');
  const collectPassing = openCollect(index, passing);
  const collectOpen = openCollect(index, open);
  return (firm, into, from, most) => {
    const passes = collectPassing(firm, { into, from, most, head: 0 });
    if (passes < most) collectOpen(firm, { into, from, most, head: passes });
    return passes;
  };
}

/** A list being written; the `head` places that stand already are not written again. */
type Draft = {
  readonly into: Int32Array;
  readonly from: number;
  readonly most: number;
  readonly head: number;
};

/** Collects the products of the clauses in which all attributes agree; answers the length of the list. */
function openCollect({ words, productOf }: BitmapIndex, { pools, begins, hollow, columns, fixed }: Plan) {
  const asked = columns.length;
  const at = new Int32Array(asked);
  return (firm: number, { into, from, most, head }: Draft): number => {
    for (let a = 0; a < asked; a += 1) {
      const code = (columns[a] as Int32Array)[firm] as number;
      if ((hollow[a] as Uint8Array)[code] === 1) return head;
      at[a] = (begins[a] as Int32Array)[code] as number;
    }
    let count = head;
    let last = noPlace;
    for (let w = 0; w < words && count < most; w += 1) {
      let left = fixed[w] as number;
      for (let a = 0; a < asked && left !== 0; a += 1)
        left &= (pools[a] as Int32Array)[(at[a] as number) + w] as number;
      while (left !== 0 && count < most) {
        const place = productOf[(w << 5) + 31 - Math.clz32(left & -left)] as number;
        left &= left - 1;
        if (place === last || isHeld(into, from, head, place)) continue;
        last = place;
        into[from + count] = place;
        count += 1;
      }
    }
    return count;
  };
}

function isHeld(into: Int32Array, from: number, head: number, place: number): boolean {
  for (let i = from; i < from + head; i += 1) if (into[i] === place) return true;
  return false;
}
