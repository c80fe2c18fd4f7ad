import { allocateColumns, type Columns, copyRows } from '~/domain/feature/columnar/columns.ts';
import type { Dictionary } from './dictionary.ts';
import { dropRow, type FactTable, fitFirms, newTable } from './fact-table.ts';
import { isSame } from './key-index.ts';
import type { Moments } from './moments.ts';
import { readRows, type Sink, type Succession } from './read-rows.ts';

/** Names that all tables of an installation share: places are only ever added. */
export type Names = {
  readonly dictionary: Dictionary;
  readonly moments: Moments;
  readonly populations: string[];
};

/** A firm as it stands in the register of firms. */
export type FirmHead = { readonly id: string; readonly population: string; readonly isScored: boolean };

type Expected = { readonly firms: number; readonly rows: number };

/**
 * Builds a table from rows in whatever order they come: they are laid down as they arrive and then moved to their firms
 * in one pass (a counting sort); what superseded what is settled last.
 */
export async function buildTable(
  names: Names,
  heads: readonly FirmHead[],
  chunks: AsyncIterable<Buffer>,
  expected: Expected,
): Promise<FactTable> {
  const table = newTable(Math.max(1, heads.length), 0);
  const arrived = openArrivals(Math.max(1_024, expected.rows));
  for (const head of heads) placeFirm(table, names, head);
  const successions: Succession[] = [];
  const wide = new Set<number>();
  const sink: Sink = {
    ...names,
    firmOf: (bytes, at) => table.firms.place(bytes, at),
    place: (_, firm) => arrived.next(firm),
    columns: arrived.columns,
    succeed: (succession) => successions.push(succession),
    widen: (firm) => wide.add(firm),
  };
  await readRows(chunks, sink);
  fitFirms(table);
  moveToFirms(table, arrived);
  settle(table, successions);
  for (let firm = 0; firm < table.firms.size; firm++)
    table.wide[firm] = wide.has(firm) || isWide(table, firm) ? 1 : 0;
  return table;
}

export function placeFirm(
  table: FactTable,
  { populations }: Names,
  { id, population, isScored }: FirmHead,
): number {
  const firm = table.firms.place(Buffer.from(id.replaceAll('-', ''), 'hex'), 0);
  fitFirms(table);
  const known = populations.indexOf(population);
  table.population[firm] = known < 0 ? populations.push(population) - 1 : known;
  table.scored[firm] = isScored ? 1 : 0;
  return firm;
}

function openArrivals(expected: number) {
  let columns: Columns = allocateColumns(expected);
  let firms = new Uint32Array(expected);
  let rows = 0;
  return {
    columns: () => columns,
    firms: () => firms,
    rows: () => rows,
    next(firm: number): number {
      if (rows === firms.length) {
        const [longer, wider] = [new Uint32Array(rows * 2), allocateColumns(rows * 2)];
        longer.set(firms);
        copyRows(columns, 0, rows, wider, 0);
        [firms, columns] = [longer, wider];
      }
      firms[rows] = firm;
      return rows++;
    },
  };
}

function moveToFirms(table: FactTable, arrived: ReturnType<typeof openArrivals>): void {
  const [rows, firms, from] = [arrived.rows(), arrived.firms(), arrived.columns()];
  const { start, end } = table;
  for (let i = 0; i < rows; i++) end[firms[i] as number] = (end[firms[i] as number] as number) + 1;
  let begin = 0;
  for (let firm = 0; firm < table.firms.size; firm++) {
    const length = end[firm] as number;
    start[firm] = end[firm] = begin;
    begin += length;
  }
  const to = allocateColumns(rows);
  const places = new Uint32Array(rows);
  for (let i = 0; i < rows; i++) {
    const firm = firms[i] as number;
    places[i] = end[firm] as number;
    end[firm] = (end[firm] as number) + 1;
  }
  for (const name of ['code', 'day', 'ended', 'amount', 'quantity', 'flags', 'known', 'gone'] as const)
    scatter(from[name], to[name], places);
  scatterIds(from.id, to.id, places);
  table.columns = to;
  table.used = table.room = rows;
}

function scatter(from: ArrayLike<number>, to: { [place: number]: number }, places: Uint32Array): void {
  for (let i = 0; i < places.length; i++) to[places[i] as number] = from[i] as number;
}

function scatterIds(from: Uint8Array, to: Uint8Array, places: Uint32Array): void {
  const [read, write] = [new Uint32Array(from.buffer), new Uint32Array(to.buffer)];
  for (let i = 0; i < places.length; i++) {
    const place = (places[i] as number) * 4;
    for (let k = 0; k < 4; k++) write[place + k] = read[i * 4 + k] as number;
  }
}

/** Ends the rows that something took the place of, and takes out those whose record is no longer used in any version. */
export function settle(table: FactTable, successions: readonly Succession[]): boolean {
  const earlier = new Map(
    successions.filter(({ kind }) => kind === 'correct').map((s) => [s.id.toString('hex'), s]),
  );
  let isWhole = true;
  for (const { firm, target, moment, kind } of successions) {
    if (kind === 'drop') continue;
    const row = rowOf(table, firm, target);
    if (row < 0) isWhole = false;
    else table.columns.gone[row] = moment;
  }
  for (const { firm, target, kind } of successions)
    for (
      let id: Buffer | undefined = kind === 'drop' ? target : undefined;
      id;
      id = earlier.get(id.toString('hex'))?.target
    ) {
      const row = rowOf(table, firm, id);
      if (row >= 0) dropRow(table, firm, row);
    }
  return isWhole;
}

/** The row of a firm with this id, or -1. */
export function rowOf({ start, end, columns }: FactTable, firm: number, id: Uint8Array): number {
  const stop = end[firm] as number;
  for (let row = start[firm] as number; row < stop; row++)
    if (isSame(columns.id, row * 16, id, 0)) return row;
  return -1;
}

/** Whether the amounts of a firm could add up to more than a double holds exactly. */
export function isWide({ start, end, columns }: FactTable, firm: number): boolean {
  let sum = 0;
  for (let row = start[firm] as number; row < (end[firm] as number); row++)
    sum += Math.abs(columns.amount[row] as number);
  return sum > Number.MAX_SAFE_INTEGER;
}
