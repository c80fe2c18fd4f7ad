import { type Day, daysBetween } from '~/domain/kernel/day.ts';

const epoch = '2000-01-01' as Day;

/** A day as the columns hold it: days since 2000-01-01, as PostgreSQL's binary format has it. */
export const dayNumber = (day: Day): number => daysBetween(epoch, day);

/** The end of what has none, later than every day. */
export const noEnd = 0x7fff_ffff;
/** Earlier than every day. */
export const ever = -0x8000_0000;

/** Bits of `flags`: the row has a date of its own, an amount, a quantity. */
export const dated = 1;
export const valued = 2;
export const counted = 4;

/** The mark of a firm that the registers are known to carry; lower bits are companions (see `Absence`). */
export const identified = 0x4000_0000;

/**
 * Facts as typed arrays, one element a row; the rows of a firm lie together. Amounts are whole fen: firms whose amounts
 * could leave the integers that a double holds exactly are marked `wide` in the table and never computed from here.
 */
export type Columns = {
  /** Item and category, by their place in the table's dictionary. */
  readonly code: Uint16Array;
  /** The day that the fact counts from: its own, or the day it was learnt. */
  readonly day: Int32Array;
  readonly ended: Int32Array;
  readonly amount: Float64Array;
  readonly quantity: Int32Array;
  readonly flags: Uint8Array;
  /** When it was learnt and when something took its place, as places in the table of moments; 0 is never. */
  readonly known: Uint32Array;
  readonly gone: Uint32Array;
  /** Sixteen bytes a row. */
  readonly id: Uint8Array;
};

/** Where the rows of each firm lie: from `start` to before `end`. */
export type Extents = { readonly start: Uint32Array; readonly end: Uint32Array };

/** The kinds of rows that occur; `category` null where the source gives none. */
export type Code = { readonly item: string; readonly category: string | null };

/** The arrays of a table in one order, with the bytes of an element: what a file holds one after the other. */
export const columnLayout = {
  code: [Uint16Array, 2],
  day: [Int32Array, 4],
  ended: [Int32Array, 4],
  amount: [Float64Array, 8],
  quantity: [Int32Array, 4],
  flags: [Uint8Array, 1],
  known: [Uint32Array, 4],
  gone: [Uint32Array, 4],
  id: [Uint8Array, 16],
} as const;

export type ColumnName = keyof typeof columnLayout;
export const columnNames = Object.keys(columnLayout) as readonly ColumnName[];

/** Bytes of one row over all columns. */
export const rowBytes = columnNames.reduce((sum, name) => sum + columnLayout[name][1], 0);

/** Room for so many rows, in memory that several threads may read. */
export function allocateColumns(rows: number): Columns {
  const array = (name: ColumnName) => {
    const [Type, bytes] = columnLayout[name];
    return new (Type as new (memory: SharedArrayBuffer) => object)(new SharedArrayBuffer(rows * bytes));
  };
  return Object.fromEntries(columnNames.map((name) => [name, array(name)])) as unknown as Columns;
}

/** Copies rows from one table to another, or within one; the spans must not overlap. */
export function copyRows(from: Columns, at: number, rows: number, to: Columns, target: number): void {
  for (const name of columnNames) {
    const width = name === 'id' ? 16 : 1;
    to[name].set(from[name].subarray(at * width, (at + rows) * width) as never, target * width);
  }
}

/** Which moments had come by an instant; the first place stands for never. */
export function momentsSeen(moments: ArrayLike<number>, at: number): Uint8Array {
  const seen = new Uint8Array(new SharedArrayBuffer(moments.length));
  for (let i = 1; i < moments.length; i++) seen[i] = (moments[i] as number) <= at ? 1 : 0;
  return seen;
}
