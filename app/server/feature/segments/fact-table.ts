import { allocateColumns, type Columns, columnNames, copyRows } from '~/domain/feature/columnar/columns.ts';
import { type KeyIndex, openKeyIndex } from './key-index.ts';

/**
 * The facts of all firms in memory. The rows of a firm lie together from `start` to before `end`; a firm that gained rows
 * has moved to the end of the used part and left a hole. Memory is shared with the workers.
 */
export type FactTable = {
  readonly firms: KeyIndex;
  /** By firm: the place of its population, whether it belongs to the scored ones, whether doubles cannot hold its sums. */
  population: Uint8Array;
  scored: Uint8Array;
  wide: Uint8Array;
  start: Uint32Array;
  end: Uint32Array;
  columns: Columns;
  /** Rows in use, holes included, and rows there is room for. */
  used: number;
  room: number;
};

const bytesFor = (n: number) => new Uint8Array(new SharedArrayBuffer(n));
const wordsFor = (n: number) => new Uint32Array(new SharedArrayBuffer(n * 4));

export const newTable = (firms: number, rows: number): FactTable => ({
  firms: openKeyIndex(firms),
  population: bytesFor(firms),
  scored: bytesFor(firms),
  wide: bytesFor(firms),
  start: wordsFor(firms),
  end: wordsFor(firms),
  columns: allocateColumns(rows),
  used: 0,
  room: rows,
});

/** Makes room for the firms that the index holds by now. */
export function fitFirms(table: FactTable): void {
  const { size } = table.firms;
  if (size <= table.start.length) return;
  const room = Math.ceil(size * 1.25);
  const longer = <T extends Uint8Array | Uint32Array>(from: T, make: (n: number) => T): T => {
    const to = make(room);
    to.set(from as never);
    return to;
  };
  table.population = longer(table.population, bytesFor);
  table.scored = longer(table.scored, bytesFor);
  table.wide = longer(table.wide, bytesFor);
  table.start = longer(table.start, wordsFor);
  table.end = longer(table.end, wordsFor);
}

/** Makes room for so many more rows at the end. */
export function fitRows(table: FactTable, more: number): void {
  if (table.used + more <= table.room) return;
  const room = Math.ceil((table.used + more) * 1.25);
  const columns = allocateColumns(room);
  copyRows(table.columns, 0, table.used, columns, 0);
  table.columns = columns;
  table.room = room;
}

/** Puts rows of another table in the place of a firm's own. */
export function replaceRun(table: FactTable, firm: number, from: FactTable, other: number): void {
  const [begin, stop] = [from.start[other] as number, from.end[other] as number];
  const rows = stop - begin;
  const isLonger = rows > (table.end[firm] as number) - (table.start[firm] as number);
  if (isLonger) {
    wipeRows(table, table.start[firm] as number, table.end[firm] as number);
    fitRows(table, rows);
    table.start[firm] = table.used;
    table.used += rows;
  } else wipeRows(table, table.start[firm] as number, table.end[firm] as number);
  table.end[firm] = (table.start[firm] as number) + rows;
  copyRows(from.columns, begin, rows, table.columns, table.start[firm] as number);
  table.population[firm] = from.population[other] as number;
  table.scored[firm] = from.scored[other] as number;
  table.wide[firm] = from.wide[other] as number;
}

/** Moves a firm to the end with room for more rows; the caller fills them and moves `end`. */
export function moveRun(table: FactTable, firm: number, more: number): void {
  const [begin, stop] = [table.start[firm] as number, table.end[firm] as number];
  const rows = stop - begin;
  fitRows(table, rows + more);
  copyRows(table.columns, begin, rows, table.columns, table.used);
  wipeRows(table, begin, stop);
  table.start[firm] = table.used;
  table.end[firm] = table.used + rows;
  table.used += rows + more;
}

/** Whether the rows of the firms lie one after the other in the order of the firms, without a hole. */
export function isDense({ start, end, firms, used }: FactTable): boolean {
  let at = 0;
  for (let firm = 0; firm < firms.size; firm++) {
    if (start[firm] !== at) return false;
    at = end[firm] as number;
  }
  return at === used;
}

/** A table of these firms only, their rows one after the other without holes. */
export function packed(table: FactTable, chosen: ArrayLike<number>): FactTable {
  let rows = 0;
  for (let i = 0; i < chosen.length; i++)
    rows += (table.end[chosen[i] as number] as number) - (table.start[chosen[i] as number] as number);
  const copy = newTable(Math.max(1, chosen.length), rows);
  for (let i = 0; i < chosen.length; i++) {
    const firm = chosen[i] as number;
    const place = copy.firms.place(table.firms.keys, firm * 16);
    copy.start[place] = copy.end[place] = copy.used;
    replaceRun(copy, place, table, firm);
  }
  return copy;
}

/** Swaps the last row of a firm into the place of another: what is dropped is gone. */
export function dropRow(table: FactTable, firm: number, row: number): void {
  const last = (table.end[firm] as number) - 1;
  if (row !== last) copyRows(table.columns, last, 1, table.columns, row);
  wipeRows(table, last, last + 1);
  table.end[firm] = last;
}

/** Leaves nothing of the rows that nobody holds any longer: one of them may have been sealed. */
function wipeRows({ columns }: FactTable, from: number, to: number): void {
  for (const name of columnNames) {
    const width = name === 'id' ? 16 : 1;
    columns[name].fill(0, from * width, to * width);
  }
}
