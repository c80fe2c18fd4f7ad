import { parse } from 'csv-parse/sync';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { looksLikeXlsx, readXlsx, UnreadableWorkbook } from '~/server/platform/read-xlsx.ts';

export type TableRefusal = { readonly code: 'loan.file-unreadable' | 'loan.file-empty' };

/** Text in UTF-8 where the bytes are, else in GB 18030, as Chinese spreadsheet programs save it; null for neither. */
function decoded(bytes: Uint8Array): string | null {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return text.includes('\u0000') ? null : text;
    } catch {
      // the next encoding
    }
  }
  return null;
}

function cellsOf(bytes: Uint8Array): string[][] | null {
  try {
    if (looksLikeXlsx(bytes)) return readXlsx(bytes);
    const text = decoded(bytes);
    return text === null
      ? null
      : parse(text, { bom: true, relax_column_count: true, relax_quotes: true, skip_empty_lines: false });
  } catch (fault) {
    if (fault instanceof UnreadableWorkbook || (fault as { code?: string }).code?.startsWith('CSV_'))
      return null;
    throw fault;
  }
}

/** The cells of a CSV file or a workbook's first sheet as texts, row by row. */
export function readTable(bytes: Uint8Array): Result<string[][], TableRefusal> {
  if (bytes.length === 0) return refuse({ code: 'loan.file-empty' });
  const rows = cellsOf(bytes);
  if (!rows) return refuse({ code: 'loan.file-unreadable' });
  return rows.some((row) => row.some((cell) => cell.trim() !== ''))
    ? accept(rows)
    : refuse({ code: 'loan.file-empty' });
}
