import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { isDecimal, ratioOfScaled } from './decimal.ts';
import type { Column, Frame } from './frame.ts';
import { isBlank, type RawColumn, type RawTable } from './raw-table.ts';
import { type ColumnRefusal, type LeftOut, readColumn } from './read-column.ts';

/** `p = a ÷ b`: a feature made of two columns. */
export type Derived = { readonly name: string; readonly of: readonly [string, string] };

export type FrameWishes = {
  readonly label: string;
  readonly badValue: string;
  /** The column that identifies a row; null takes the number of the row from 0. */
  readonly id: string | null;
  readonly exclude: readonly string[];
  readonly category: readonly string[];
  readonly derive: readonly Derived[];
};

export type FrameRefusal =
  | ColumnRefusal
  | LabelRefusal
  | { readonly code: 'card.not-numeric'; readonly column: string }
  | { readonly code: 'card.no-features' };

export type LabelRefusal =
  | { readonly code: 'card.column-missing'; readonly column: string; readonly found: readonly string[] }
  | {
      readonly code: 'card.one-class';
      readonly label: string;
      readonly bad: string;
      readonly rows: number;
      readonly found: readonly string[];
    };

export type Cases = {
  readonly frame: Frame;
  /** Rows without an outcome. */
  readonly skipped: number;
  readonly leftOut: readonly LeftOut[];
};

/** The table of cases for training: outcome, identifiers, features; rows without an outcome are skipped. */
export function frameOfTable(table: RawTable, wishes: FrameWishes): Result<Cases, FrameRefusal> {
  const named = [
    wishes.label,
    ...(wishes.id === null ? [] : [wishes.id]),
    ...wishes.exclude,
    ...wishes.category,
  ];
  for (const column of [...named, ...wishes.derive.flatMap(({ of }) => of)])
    if (!table.columns.some(({ name }) => name === column)) return refuse(missingColumn(column, table));
  const outcome = readOutcome(table, wishes.label, wishes.badValue);
  if (!outcome.ok) return outcome;
  const { keep, bad } = outcome.value;
  const ids = idsOf(table, wishes.id, keep);
  const features = readFeatures(thinned(table, keep), wishes);
  if (!features.ok) return features;
  const { columns, leftOut } = features.value;
  if (columns.length === 0) return refuse({ code: 'card.no-features' });
  return accept({ frame: { columns, bad, ids }, skipped: table.rows - keep.length, leftOut });
}

export const missingColumn = (column: string, table: RawTable): LabelRefusal => ({
  code: 'card.column-missing',
  column,
  found: table.columns.map(({ name }) => name),
});

/** The rows with an outcome, and whether it is the bad one; `1` also matches `1.0`. */
export function readOutcome(
  table: RawTable,
  label: string,
  badValue: string,
): Result<{ readonly keep: Uint32Array; readonly bad: Uint8Array }, LabelRefusal> {
  const column = table.columns.find(({ name }) => name === label);
  if (!column) return refuse(missingColumn(label, table));
  const isBad = (text: string) =>
    text === badValue || (isDecimal(text) && isDecimal(badValue) && Number(text) === Number(badValue));
  const kinds = column.texts.map((text) => (isBlank(text) ? -1 : Number(isBad(text))));
  const keep = Uint32Array.from(column.codes.keys()).filter(
    (row) => kinds[column.codes[row] as number] !== -1,
  );
  const bad = Uint8Array.from(keep, (row) => kinds[column.codes[row] as number] as number);
  const bads = bad.reduce((a, b) => a + b, 0);
  if (bads > 0 && bads < bad.length) return accept({ keep, bad });
  const found = column.texts.filter((text) => !isBlank(text)).slice(0, 8);
  return refuse({ code: 'card.one-class', label, bad: badValue, rows: keep.length, found });
}

function idsOf(table: RawTable, id: string | null, keep: Uint32Array): string[] {
  const column = table.columns.find(({ name }) => name === id);
  return Array.from(keep, (row) =>
    column ? (column.texts[column.codes[row] as number] as string) : String(row),
  );
}

const thinned = ({ columns }: RawTable, keep: Uint32Array): readonly RawColumn[] =>
  columns.map(({ name, texts, codes }) => ({
    name,
    texts,
    codes: Int32Array.from(keep, (row) => codes[row] as number),
  }));

type Features = { readonly columns: readonly Column[]; readonly leftOut: readonly LeftOut[] };

function readFeatures(raw: readonly RawColumn[], wishes: FrameWishes): Result<Features, FrameRefusal> {
  const apart = new Set([wishes.label, wishes.id, ...wishes.exclude]);
  const columns: Column[] = [];
  const leftOut: LeftOut[] = [];
  for (const column of raw) {
    if (apart.has(column.name)) continue;
    const read = readColumn(column, wishes.category.includes(column.name));
    if (!read.ok) return read;
    'why' in read.value ? leftOut.push(read.value) : columns.push(read.value);
  }
  for (const derived of wishes.derive) {
    const ratio = deriveRatio(raw, derived);
    if (!ratio.ok) return ratio;
    columns.push(ratio.value);
  }
  return accept({ columns, leftOut });
}

function deriveRatio(raw: readonly RawColumn[], { name, of }: Derived): Result<Column, FrameRefusal> {
  const sides: Extract<Column, { kind: 'number' }>[] = [];
  for (const side of of) {
    const read = readColumn(raw.find((column) => column.name === side) as RawColumn, false);
    if (!read.ok) return read;
    if ('why' in read.value || read.value.kind !== 'number')
      return refuse({ code: 'card.not-numeric', column: side });
    sides.push(read.value);
  }
  const [a, b] = sides as [(typeof sides)[number], (typeof sides)[number]];
  const factors = [a.factor, b.factor] as const;
  const values = a.values.map((value, i) => ratioOfScaled(value, b.values[i] as number, factors));
  return accept({ kind: 'number', name, factor: 1_000_000, ratio: { of, factors }, values });
}
