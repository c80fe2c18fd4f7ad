import type { Catalogue, Item } from '~/domain/catalogue/item.ts';
import { type RegionStanding, readUscc } from '~/domain/enterprise/uscc.ts';
import type { Day } from '~/domain/kernel/day.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Binder, type BoundColumn, type HeaderRefusal, openHeader } from './bind-columns.ts';
import { bindRecord, type RecordReader } from './bind-record.ts';
import { bindRegistration, type NamedFirm, type RegistrationReader } from './bind-registration.ts';
import type { CheckedRow, Quarantined, RecordProblem } from './draft.ts';
import type { Mapping, MappingTable } from './mapping.ts';
import { cellAt } from './open-row.ts';
import { remember } from './remember.ts';

/** What the rules need to know of the world on the day of the delivery. */
export type CheckContext = {
  readonly catalogue: Catalogue;
  readonly today: Day;
  /** The item that the delivery names, for mappings that leave it open. */
  readonly item: Item | null;
  readonly regionStanding: RegionStanding;
  /** Whether a code is in the current version of GB/T 4754. */
  readonly isIndustry: (code: string) => boolean;
};

export type TableRefusal = HeaderRefusal | { readonly code: 'record.item-unknown'; readonly item: string };

/** Checks one row of the file. Pure: the same cells give the same answer. */
export type RowChecker = (cells: readonly string[]) => CheckedRow;

/** A table bound to a file. */
export type TableReader = {
  readonly check: RowChecker;
  /** What the file calls the column that names the firm. */
  readonly firmColumn: string;
};

type BoundTable = {
  readonly width: number;
  readonly firm: NonNullable<BoundColumn>;
  readonly readFirm: (text: string) => Result<NamedFirm, RecordProblem>;
  readonly register: RegistrationReader | null;
  readonly readers: readonly RecordReader[];
  /** What a row at fault as a whole is counted under. */
  readonly item: string | null;
};

/**
 * Binds a table of a mapping to the header of a file. Refused when columns are missing or repeated, or when the
 * mapping names an item that is not in force (domain.md row A1: refused at the door).
 */
export function bindTable(
  mapping: Mapping,
  table: MappingTable,
  header: readonly string[],
  context: CheckContext,
): Result<TableReader, TableRefusal> {
  const opened = openHeader(header);
  if (!opened.ok) return opened;
  const binder = opened.value;
  const firm = binder.find(table.firm, true);
  const register = table.registration
    ? bindRegistration(table.registration, binder, context.isIndustry)
    : null;
  const bound = bindRecords(mapping, table, binder, context);
  if (!bound.ok) return bound;
  if (!firm || binder.missing().length > 0) return refuse(missingColumns(binder, header));
  const { items, readers } = bound.value;
  const readFirm = remember(mapping.firms === 'uscc' ? readByUscc(context.regionStanding) : readById);
  const ready = { width: header.length, firm, readFirm, register, readers, item: items[0] ?? null };
  return accept({ check: (cells) => checkCells(cells, ready), firmColumn: firm.name });
}

function bindRecords(mapping: Mapping, table: MappingTable, binder: Binder, context: CheckContext) {
  const readers: RecordReader[] = [];
  const items: string[] = [];
  for (const spec of table.records) {
    const item = spec.item === '$item' ? context.item : context.catalogue.get(spec.item);
    if (!item) return refuse({ code: 'record.item-unknown' as const, item: spec.item });
    const scope =
      spec.key === 'content' ? item.code : [mapping.name, table.table, spec.name ?? item.code].join('/');
    readers.push(bindRecord(spec, item, binder, scope, context.today));
    items.push(item.code);
  }
  return accept({ readers, items });
}

/** Columns that a refusal names. */
const mostNamed = 20;

const missingColumns = (binder: Binder, header: readonly string[]): HeaderRefusal => ({
  code: 'record.missing-columns',
  columns: binder.missing().map(({ name }) => name),
  english: binder.missing().map(({ english }) => english),
  found: header
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .slice(0, mostNamed)
    .map((name) => (name.length > longestId ? beginning(name) : name)),
});

function checkCells(cells: readonly string[], table: BoundTable): CheckedRow {
  if (cells.length !== table.width) {
    const problem = { code: 'record.column-count', expected: table.width, found: cells.length } as const;
    return rowAtFault(table, { column: null, problem });
  }
  const firm = table.readFirm(cellAt(cells, table.firm));
  if (!firm.ok) return rowAtFault(table, { column: table.firm.name, problem: firm.refusal });
  const registered = table.register?.(cells, firm.value);
  if (registered?.problem) return rowAtFault(table, registered.problem);
  const records = table.readers.map((read) => read(cells)).filter((record) => record !== null);
  return { firm: firm.value.key, registration: registered?.registration ?? null, records };
}

const rowAtFault = (table: BoundTable, fault: Omit<Quarantined, 'item'>): CheckedRow => ({
  firm: null,
  registration: null,
  records: [{ item: table.item, ...fault }],
});

const longestId = 64;

/** The beginning of a text that is far too long, never cut within a character. */
const beginning = (text: string): string => [...text.slice(0, longestId)].slice(0, -1).join('');

function readById(text: string): Result<NamedFirm, RecordProblem> {
  if (text === '') return refuse({ code: 'record.firm-missing' });
  if (text.length > longestId) return refuse({ code: 'record.firm-unreadable', text: beginning(text) });
  return accept({ key: text, kind: 'company', warnings: [] });
}

const readByUscc =
  (standing: RegionStanding) =>
  (text: string): Result<NamedFirm, RecordProblem> => {
    if (text === '') return refuse({ code: 'record.firm-missing' });
    if (text.length > longestId) return refuse({ code: 'record.firm-unreadable', text: beginning(text) });
    const read = readUscc(text, standing);
    if (!read.ok) return refuse({ code: 'record.firm-unreadable', text });
    return accept({ key: read.value.uscc, kind: read.value.kind, warnings: read.value.warnings });
  };
