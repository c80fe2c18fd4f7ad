import { addDays, type Day } from '~/domain/kernel/day.ts';
import { readXlsx, UnreadableWorkbook, type WorkbookFault } from '~/server/platform/read-xlsx.ts';
import { DeliveryRefused, type FileRefusal } from '~/server/record/delivery-refused.ts';
import { refuseUnusable, refuseWide } from '~/server/record/refuse-cells.ts';

type Table = { readonly header: readonly string[]; readonly rows: AsyncIterable<string[]> };

/** A workbook is read as a whole: larger ones come as CSV. */
const mostBytes = 20_000_000;

/** The first sheet of a workbook: its first row that says something is the header; empty rows are left out. */
export async function readWorkbook(
  file: AsyncIterable<Uint8Array>,
  dates: readonly string[],
): Promise<Table> {
  const rows = sheetOf(await whole(file)).filter((row) => row.some((cell) => cell.trim() !== ''));
  const [header, ...body] = rows;
  if (!header) throw new DeliveryRefused({ code: 'record.empty-file' });
  refuseWide(header.length);
  for (const [i, row] of rows.entries()) for (const cell of row) refuseUnusable(cell, i);
  const isDate = header.map((name) => dates.some((date) => comparable(date) === comparable(name)));
  return { header, rows: cellsOf(header.length, body, isDate) };
}

async function whole(file: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of file) {
    bytes += chunk.length;
    if (bytes > mostBytes) throw new DeliveryRefused({ code: 'record.too-large', limit: mostBytes });
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

const faults: { readonly [F in WorkbookFault]: FileRefusal } = {
  damaged: { code: 'record.not-csv', kind: 'zip' },
  'too-large': { code: 'record.workbook-large' },
  external: { code: 'record.workbook-external' },
};

function sheetOf(bytes: Buffer): string[][] {
  try {
    return readXlsx(bytes);
  } catch (fault) {
    if (fault instanceof UnreadableWorkbook) throw new DeliveryRefused(faults[fault.fault]);
    throw fault;
  }
}

/** Sheets leave out empty cells at the end of a row; a row with more cells than the header keeps them. */
async function* cellsOf(width: number, rows: readonly string[][], isDate: readonly boolean[]) {
  for (const row of rows) {
    const cells = Array.from({ length: Math.max(width, row.length) }, (_, i) => row[i] ?? '');
    yield cells.map((cell, i) => (isDate[i] ? dateOf(cell) : figureOf(cell)));
  }
}

const comparable = (name: string): string => name.normalize('NFKC').trim().toLowerCase();

const firstDay = '1899-12-30' as Day;

/** A date that a workbook counts in days since the end of 1899; whatever else stands there is left as it is. */
const dateOf = (cell: string): string =>
  /^[2-7]\d{4}(\.\d+)?$/.test(cell) ? addDays(firstDay, Math.floor(Number(cell))) : cell;

/** Workbooks keep 0.1 + 0.2 with the noise of binary fractions; the fifteen digits that they show are what was meant. */
const figureOf = (cell: string): string =>
  /^-?\d{1,13}\.\d{6,}$/.test(cell) ? String(Number(Number(cell).toPrecision(15))) : cell;
