import { type Attribute, attributeKey, openAttribute } from '~/domain/match/attributes.ts';
import { type Bitmaps, type Condition, type OwnLiteral, openBitmaps } from '~/domain/match/bitmaps.ts';
import { type Clause, type Literal, literalKey } from '~/domain/product/clauses.ts';

/** Attributes by key, shared by all indexes of one run so that a value is read and named once. */
export type Attributes = Map<string, Attribute>;

/**
 * Products over their ways in: one bit for each clause, one bitmap for each value class of each attribute, so that the
 * clauses a firm meets are the "and" of one bitmap per attribute (perf.md 1c).
 */
export type BitmapIndex = {
  /** Number of products; their places are 0 to `size − 1`. */
  readonly size: number;
  /** 32-bit words of a bitmap. */
  readonly words: number;
  /** Bits of the clauses that count; those of a withdrawn product are cleared. */
  readonly alive: Int32Array;
  /** Place of the product of each clause, ascending. */
  readonly productOf: Int32Array;
  readonly attributes: readonly Bitmaps[];
  readonly literals: readonly Literal[];
  /** Literals of clause i: `literalsOf[starts[i]]` up to `starts[i + 1]`. */
  readonly starts: Int32Array;
  readonly literalsOf: Int32Array;
};

/**
 * Builds the index of products given by their ways in, in the order of the list that is wanted: place 0 is shown first.
 * A product without clauses always fails.
 */
export function buildIndex(
  products: readonly (readonly Clause[])[],
  attributes: Attributes = new Map(),
): BitmapIndex {
  const clauses = products.flat();
  const productOf = Int32Array.from(products.flatMap((ways, place) => ways.map(() => place)));
  const words = Math.max(1, (clauses.length + 31) >>> 5);
  const { literals, starts, literalsOf } = tableOf(clauses);
  const opened = groupByAttribute(literals).map((own) =>
    openBitmaps({
      attribute: attributeFor(own, attributes),
      literals: own,
      ...conditionsFor(own, { clauses: clauses.length, words, starts, literalsOf }),
    }),
  );
  const alive = onesUpTo(clauses.length, words);
  return { size: products.length, words, alive, productOf, attributes: opened, literals, starts, literalsOf };
}

type Table = Pick<BitmapIndex, 'literals' | 'starts' | 'literalsOf'>;

/** Every distinct literal once, and which of them each clause asks. */
function tableOf(clauses: readonly Clause[]): Table {
  const ids = new Map<string, number>();
  const literals: Literal[] = [];
  const flat: number[] = [];
  const starts = new Int32Array(clauses.length + 1);
  clauses.forEach((clause, i) => {
    for (const literal of clause) {
      const key = literalKey(literal);
      const id = ids.get(key) ?? literals.push(literal) - 1;
      ids.set(key, id);
      flat.push(id);
    }
    starts[i + 1] = flat.length;
  });
  return { literals, starts, literalsOf: Int32Array.from(flat) };
}

function groupByAttribute(literals: readonly Literal[]): OwnLiteral[][] {
  const groups = new Map<string, OwnLiteral[]>();
  literals.forEach((literal, id) => {
    const key = attributeKey(literal.atom);
    const group = groups.get(key) ?? [];
    group.push({ id, literal });
    groups.set(key, group);
  });
  return [...groups.values()];
}

function attributeFor(own: readonly OwnLiteral[], attributes: Attributes): Attribute {
  const first = own[0];
  if (!first) throw new Error('an attribute without a question');
  const key = attributeKey(first.literal.atom);
  const held = attributes.get(key) ?? openAttribute(first.literal.atom);
  attributes.set(key, held);
  return held;
}

type Clauses = Omit<Table, 'literals'> & { readonly clauses: number; readonly words: number };

/** Which clauses ask which of an attribute's literals, and which ask none. */
function conditionsFor(own: readonly OwnLiteral[], { clauses, words, starts, literalsOf }: Clauses) {
  const placeOf = new Map(own.map(({ id }, place) => [id, place]));
  const conditions = new Map<string, { own: number[]; clauses: number[] }>();
  const unasked = onesUpTo(clauses, words);
  for (let i = 0; i < clauses; i += 1) {
    const asked: number[] = [];
    for (let at = starts[i] as number; at < (starts[i + 1] as number); at += 1) {
      const place = placeOf.get(literalsOf[at] as number);
      if (place !== undefined) asked.push(place);
    }
    if (asked.length === 0) continue;
    clearBit(unasked, i);
    const condition = conditions.get(asked.join()) ?? { own: asked, clauses: [] };
    condition.clauses.push(i);
    conditions.set(asked.join(), condition);
  }
  return { conditions: [...conditions.values()] satisfies Condition[], unasked };
}

function onesUpTo(bits: number, words: number): Int32Array {
  const row = new Int32Array(words);
  for (let i = 0; i < bits; i += 1) row[i >>> 5] = (row[i >>> 5] as number) | (1 << (i & 31));
  return row;
}

function clearBit(row: Int32Array, bit: number): void {
  row[bit >>> 5] = (row[bit >>> 5] as number) & ~(1 << (bit & 31));
}

/** Strikes a product out: it is in no list until the index is built anew. */
export function withdraw(index: BitmapIndex, place: number): void {
  index.productOf.forEach((product, clause) => {
    if (product === place) clearBit(index.alive, clause);
  });
}

/** The value class of one firm for each attribute of an index; `read` gives the value of the attribute at a place. */
export function codesOf(
  { attributes }: BitmapIndex,
  read: (attribute: Attribute, place: number) => number,
): Int32Array {
  const codes = new Int32Array(attributes.length);
  for (let a = 0; a < codes.length; a += 1) {
    const bitmaps = attributes[a] as Bitmaps;
    codes[a] = bitmaps.codeOf(read(bitmaps.attribute, a));
  }
  return codes;
}
