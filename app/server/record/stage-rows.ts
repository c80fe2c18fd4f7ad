import type { RowChecker } from '~/domain/record/bind-table.ts';
import { isQuarantined } from '~/domain/record/draft.ts';
import type { RawRow, StagedRow } from '~/server/record/store-stage.ts';

/** Told of every row that is read and of the firm it names. */
export type Watch = { row(firm: string | null): void };

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
    const { firm, registration, records } = row;
    const raw = keepsRaw || records.some(isQuarantined) ? rawOf(names, cells) : null;
    if (records.length === 0) yield { rowNo, recordNo: 0, firm, registration, record: null, raw };
    for (const [recordNo, record] of records.entries())
      yield { rowNo, recordNo, firm, registration, record, raw };
  }
}

/** The cells with their columns, in the order of the file; a cell beyond the header goes by its number. */
export function rawOf(names: readonly string[], cells: readonly string[]): RawRow {
  const all = cells.length > names.length ? cells : names;
  return all.map((_, i) => [names[i] ?? `#${i + 1}`, cells[i] ?? '']);
}
