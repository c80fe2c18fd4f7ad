import { type Attributes, type BitmapIndex, buildIndex, withdraw } from '~/domain/match/bitmap-index.ts';
import { encode, type FirmColumns, firmCodes, rereadFirm } from '~/domain/match/firm-columns.ts';
import { type Fill, noPlace, openFill, type TopLists, topLists } from '~/domain/match/top-lists.ts';
import { openVerdicts } from '~/domain/match/verdicts.ts';
import type { Applicant } from '~/domain/product/applicant.ts';
import type { Clause } from '~/domain/product/clauses.ts';
import { verdictCodes } from '~/domain/product/verdict-code.ts';

/** A product on the board: its ways in, and where it stands in the published order: smaller is shown first, no two are equal. */
export type Entry = { readonly clauses: readonly Clause[]; readonly position: number };

/**
 * The lists of many firms, kept right while products and firms change: an edited product is asked about every firm once
 * and only the lists it leaves or enters are written; a changed firm is asked about every product.
 */
export type Board = {
  /** Products by their numbers in `places`; numbers are given in the order of the entries, then of the edits. */
  readonly lists: TopLists;
  /** Puts an entry in the place of a product, or a product off the shelf; answers the new number and how many lists changed. */
  replace(product: number, entry: Entry | null): { readonly product: number; readonly changed: number };
  /** Reads a firm anew and makes its list. */
  reread(firm: number, applicant: Applicant): void;
  /** Edited products that are not yet in the index: open the board anew when they are many. */
  readonly edits: number;
};

/** A product edited since the index was built: a verdict code for each firm. */
type Edited = { readonly product: number; readonly index: BitmapIndex; readonly verdicts: Uint8Array };

/** Opens a board over entries in their order. `attributes` are those that `firms` were read with. */
export function openBoard(
  entries: readonly Entry[],
  attributes: Attributes,
  firms: FirmColumns,
  length: number,
): Board {
  const index = buildIndex(
    entries.map(({ clauses }) => clauses),
    attributes,
  );
  const codes = encode(index, firms);
  const lists = topLists(index, codes, firms.firms, length);
  const positions = entries.map(({ position }) => position);
  const state: State = { index, attributes, firms, codes, lists, positions, edited: new Map(), fill: null };
  return {
    lists,
    get edits() {
      return state.edited.size;
    },
    replace: (product, entry) => replaceProduct(state, product, entry),
    reread: (firm, applicant) => rereadOne(state, firm, applicant),
  };
}

type State = {
  readonly index: BitmapIndex;
  readonly attributes: Attributes;
  readonly firms: FirmColumns;
  readonly codes: readonly Uint16Array[];
  readonly lists: TopLists;
  readonly positions: number[];
  readonly edited: Map<number, Edited>;
  /** Null while firms or products changed since it was opened. */
  fill: Fill | null;
};

function replaceProduct(state: State, product: number, entry: Entry | null): ReturnType<Board['replace']> {
  const { edited, positions, index } = state;
  if (!edited.delete(product)) {
    withdraw(index, product);
    state.fill = null;
  }
  const asked = entry && askAll(entry, positions.push(entry.position) - 1, state);
  if (asked) edited.set(asked.product, asked);
  return { product: asked?.product ?? noPlace, changed: amend(state, product, asked) };
}

function rereadOne(state: State, firm: number, applicant: Applicant): void {
  const { index, firms, codes, edited } = state;
  rereadFirm(firms, firm, applicant);
  const own = firmCodes(index, firms, firm);
  codes.forEach((column, a) => {
    column[firm] = own[a] as number;
  });
  for (const { index: asked, verdicts } of edited.values()) verdicts[firm] = verdictOf(asked, firms, firm);
  state.fill = null;
  fillList(state, firm, fillOne(index, own));
}

/** Fills the list of the firm with these codes, whichever number it has. */
function fillOne(index: BitmapIndex, own: Int32Array): Fill {
  const fill = openFill(
    index,
    Array.from(own, (code) => Int32Array.of(code)),
    1,
  );
  return (_, into, from, most) => fill(0, into, from, most);
}

const verdictOf = (own: BitmapIndex, firms: FirmColumns, firm: number): number => {
  const verdict = new Uint8Array(1);
  openVerdicts(own)(firmCodes(own, firms, firm), verdict);
  return verdict[0] as number;
};

/** Asks one product about every firm. */
function askAll(
  { clauses }: Entry,
  product: number,
  { attributes, firms }: Pick<State, 'attributes' | 'firms'>,
): Edited {
  const index = buildIndex([clauses], attributes);
  const asked = topLists(index, encode(index, firms), firms.firms, 1);
  const verdicts = Uint8Array.from(asked.places, (place, firm) =>
    place === noPlace
      ? verdictCodes.fail
      : asked.passes[firm] === 1
        ? verdictCodes.pass
        : verdictCodes.unknown,
  );
  return { product, index, verdicts };
}

function fillList({ lists, edited, positions }: State, firm: number, fill: Fill): void {
  const { places, length, passes } = lists;
  places.fill(noPlace, firm * length, (firm + 1) * length);
  passes[firm] = fill(firm, places, firm * length, length);
  for (const { product, verdicts } of edited.values())
    insert(lists, firm, { product, verdict: verdicts[firm] as number, positions });
}

/** Writes the lists that a product leaves or enters; answers how many there were. */
function amend(state: State, left: number, asked: Edited | null): number {
  const { index, codes, firms, lists, positions } = state;
  const { places, length } = lists;
  let changed = 0;
  for (let firm = 0; firm < firms.firms; firm += 1) {
    if (holds(places, firm * length, length, left)) {
      state.fill ??= openFill(index, codes, firms.firms);
      fillList(state, firm, state.fill);
      changed += 1;
    } else if (asked) {
      const verdict = asked.verdicts[firm] as number;
      if (insert(lists, firm, { product: asked.product, verdict, positions })) changed += 1;
    }
  }
  return changed;
}

function holds(places: Int32Array, from: number, length: number, product: number): boolean {
  for (let i = from; i < from + length; i += 1) if (places[i] === product) return true;
  return false;
}

type Insertion = {
  readonly product: number;
  readonly verdict: number;
  readonly positions: readonly number[];
};

/** Puts a product where it belongs in a list, if it does; the last one falls off a full list. */
function insert(lists: TopLists, firm: number, { product, verdict, positions }: Insertion): boolean {
  if (verdict === verdictCodes.fail) return false;
  const { places, length, passes } = lists;
  const begin = firm * length;
  const head = begin + (passes[firm] as number);
  const passing = verdict === verdictCodes.pass;
  const position = positions[product] as number;
  let at = passing ? begin : head;
  const end = passing ? head : begin + length;
  while (at < end && places[at] !== noPlace && (positions[places[at] as number] as number) < position)
    at += 1;
  if (at === begin + length) return false;
  places.copyWithin(at + 1, at, begin + length - 1);
  places[at] = product;
  if (passing) passes[firm] = Math.min(length, (passes[firm] as number) + 1);
  return true;
}
