import type { RowChecker } from '~/domain/record/bind-table.ts';
import { type CheckedRow, type FactDraft, isQuarantined, type Quarantined } from '~/domain/record/draft.ts';
import type { StagedRow } from '~/server/record/store-stage.ts';

/** Told of every row that is read and of the firm it names. */
export type Watch = { row(firm: string | null): void };

/** A row as it came: pairs of column and cell. */
export type RawRow = readonly (readonly [column: string, cell: string])[];

type Rows = { readonly header: readonly string[]; readonly rows: AsyncIterable<readonly string[]> };

/**
 * Checks row after row for the stage. `keepsRaw`: rows without a fault are kept as they came too, because the merge may
 * still find one (an unknown firm, a record described twice).
 */
export async function* stageRows(
  file: Rows,
  check: RowChecker,
  keepsRaw: boolean,
  watch: Watch | undefined,
): AsyncGenerator<StagedRow> {
  const names = file.header.map((name) => name.trim());
  let rowNo = 0;
  for await (const cells of file.rows) {
    rowNo += 1;
    const row = check(cells);
    watch?.row(row.firm);
    const raw = keepsRaw || row.records.some(isQuarantined) ? rawOf(names, cells) : null;
    if (row.records.length === 0) yield { ...empty, rowNo, firm: row.firm };
    else
      for (const [recordNo, record] of row.records.entries())
        yield stagedRow(rowNo, recordNo, row, record, raw);
  }
}

/** The cells with their columns, in the order of the file; a cell beyond the header goes by its number. */
const rawOf = (names: readonly string[], cells: readonly string[]): RawRow =>
  Array.from({ length: Math.max(names.length, cells.length) }, (_, i) => [
    names[i] ?? `#${i + 1}`,
    cells[i] ?? '',
  ]);

const empty: StagedRow = {
  rowNo: 0,
  recordNo: 0,
  firm: null,
  item: null,
  sourceKey: null,
  occurredOn: null,
  precision: null,
  endedOn: null,
  amount: null,
  quantity: null,
  category: null,
  detail: null,
  registration: null,
  column: null,
  reason: null,
  reasonArgs: null,
  raw: null,
};

function stagedRow(
  rowNo: number,
  recordNo: number,
  { firm, registration }: CheckedRow,
  record: FactDraft | Quarantined,
  raw: RawRow | null,
): StagedRow {
  if (!isQuarantined(record)) return { ...empty, rowNo, recordNo, firm, registration, ...record, raw };
  const { code, ...args } = record.problem;
  return {
    ...empty,
    rowNo,
    recordNo,
    firm,
    item: record.item,
    column: record.column,
    reason: code,
    reasonArgs: args,
    raw,
  };
}
