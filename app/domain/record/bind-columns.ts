import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { ColumnSpec } from './mapping.ts';

export type HeaderRefusal =
  | {
      readonly code: 'record.missing-columns';
      readonly columns: readonly string[];
      /** What the same columns are called in English, where they have a name in it. */
      readonly english: readonly string[];
      readonly found: readonly string[];
    }
  | { readonly code: 'record.repeated-columns'; readonly columns: readonly string[] };

/** A column found in a file; absent when it was not needed and is not there. */
export type BoundColumn = { readonly index: number; readonly name: string; readonly filled: boolean } | null;

/** A column by its first name and by its English one, which may be the same. */
export type MissingColumn = { readonly name: string; readonly english: string };

/** Finds columns in a header and remembers those that are missing. */
export type Binder = {
  /** `filled`: whether an empty cell is a problem of its row. */
  find(spec: ColumnSpec | undefined, neededByItem?: boolean): BoundColumn;
  missing(): readonly MissingColumn[];
  /** The places of all columns in the order of their names, so that rows compare alike however a file orders them. */
  readonly byName: readonly number[];
};

/** Names are compared without regard to width, case and surrounding blanks: `金额（元）` is `金额(元)`. */
const comparable = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

/** Opens a header for binding; a name that occurs twice would make every cell under it ambiguous. */
export function openHeader(header: readonly string[]): Result<Binder, HeaderRefusal> {
  const places = new Map<string, number>();
  const repeated = new Set<string>();
  header.forEach((name, index) => {
    const key = comparable(name);
    if (places.has(key) && key !== '') repeated.add(name.trim());
    else places.set(key, index);
  });
  if (repeated.size > 0)
    return refuse({ code: 'record.repeated-columns', columns: [...repeated].slice(0, 20) });
  const missing: MissingColumn[] = [];
  const find = (spec: ColumnSpec | undefined, neededByItem = false): BoundColumn => {
    if (!spec) return null;
    const filled = spec.need === 'value' || (spec.need === 'item' && neededByItem);
    for (const name of spec.names) {
      const index = places.get(comparable(name));
      if (index !== undefined) return { index, name: header[index]?.trim() ?? name, filled };
    }
    const name = spec.names[0] ?? '';
    if ((filled || spec.need === 'header') && !missing.some((each) => each.name === name))
      missing.push({ name, english: spec.names.find((each) => /^[\x20-\x7e]+$/.test(each)) ?? name });
    return null;
  };
  const byName = header.map((name, index) => ({ key: comparable(name), index }));
  byName.sort((a, b) => (a.key < b.key ? -1 : 1));
  return accept({ find, missing: () => missing, byName: byName.map(({ index }) => index) });
}
