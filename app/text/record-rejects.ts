import { restored, stringify } from '~/domain/overview/csv.ts';
import { defineText, type Locale, translate } from '~/text/define.ts';
import { recordProblems } from '~/text/record-refusals.ts';
import { wordRefusal } from '~/text/refusal.ts';

const headings = defineText({
  'rejects.row': { 'zh-CN': '原文件行', en: 'Row of the file' },
  'rejects.column': { 'zh-CN': '问题所在列', en: 'Column at fault' },
  'rejects.reason': { 'zh-CN': '原因', en: 'Reason' },
});

/** A record in quarantine with its row as it came. */
export type RejectedRow = {
  readonly rowNo: number;
  /** Which of the records of a wide row. */
  readonly recordNo?: number;
  readonly column: string | null;
  readonly problem: { readonly code: string };
  readonly cells: readonly (readonly [column: string, cell: string])[];
};

/**
 * The rows at fault as a CSV for the desk of their provider: three columns that say what is wrong, then the row's own.
 * Sent in again after mending, the first finds the record and the next two are ignored. Begins with a byte-order mark so that spreadsheets read it.
 */
export function rejectsCsv(rows: readonly RejectedRow[], locale: Locale): string {
  const t = translate(headings, locale);
  const own = [...new Set(rows.flatMap(({ cells }) => cells.map(([column]) => column)))];
  const header = [t('rejects.row'), t('rejects.column'), t('rejects.reason'), ...own];
  const lines = rows.map((row) => {
    const cells = new Map(row.cells);
    const reason = wordRefusal(recordProblems, row.problem, locale);
    const place = row.recordNo ? `${row.rowNo}.${row.recordNo}` : String(row.rowNo);
    return [place, row.column ?? '', reason, ...own.map((column) => cells.get(column) ?? '')];
  });
  return `\ufeff${stringify([header, ...lines])}\r\n`;
}

/** What the column with the row's number is called, in either language. */
export const rejectRowNames: readonly string[] = Object.values(headings['rejects.row']);

/** A cell as it was before it was made plain text for spreadsheets. */
export const unguarded = restored;
