import { inflateRawSync } from 'node:zlib';
import { type Element, elements, hasDoctype, unescaped, without } from '~/server/platform/read-xml.ts';
import { mostWorkbookCells, mostWorkbookParts, mostWorkbookText } from '~/server/platform/workbook-limits.ts';

/** More than any monthly file needs; a packed file that grows beyond it is refused. */
const mostBytes = 40_000_000;

/** What makes a workbook unreadable: not one at all or protected; it would unpack to too much; it names things outside it. */
export type WorkbookFault = 'damaged' | 'too-large' | 'external';

export class UnreadableWorkbook extends Error {
  constructor(
    message: string,
    readonly fault: WorkbookFault = 'damaged',
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}

type Entry = { readonly method: number; readonly at: number; readonly size: number };

/** The files of a ZIP archive by their names, from its central directory. */
function entriesOf(bytes: Buffer): Map<string, Entry> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new UnreadableWorkbook('no archive');
  const count = bytes.readUInt16LE(end + 10);
  if (count > mostWorkbookParts) throw new UnreadableWorkbook('too many parts', 'too-large');
  let at = bytes.readUInt32LE(end + 16);
  const entries = new Map<string, Entry>();
  for (let i = 0; i < count; i += 1) {
    const nameLength = bytes.readUInt16LE(at + 28);
    entries.set(bytes.toString('utf8', at + 46, at + 46 + nameLength), {
      method: bytes.readUInt16LE(at + 10),
      size: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  return entries;
}

function textOf(bytes: Buffer, { method, at, size }: Entry): string {
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const packed = bytes.subarray(start, start + size);
  const xml = (method === 0 ? packed : inflated(packed, method)).toString('utf8');
  if (hasDoctype(xml)) throw new UnreadableWorkbook('a document type', 'external');
  return xml;
}

/** What a part unpacks to; one that grows beyond the limit is stopped there, whatever size it claims. */
function inflated(packed: Buffer, method: number): Buffer {
  if (method !== 8) throw new UnreadableWorkbook('unknown packing');
  try {
    return inflateRawSync(packed, { maxOutputLength: mostBytes });
  } catch (cause) {
    const isBomb = (cause as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE';
    throw new UnreadableWorkbook('unpacking', isBomb ? 'too-large' : 'damaged', { cause });
  }
}

/** The text of every `t` element inside a piece of a workbook, runs of one cell together. */
function textIn(xml: string): string {
  let text = '';
  for (const { body } of elements(without(xml, 'rPh'), 't')) text += unescaped(body);
  return text;
}

const columnOf = (reference: string): number =>
  [...reference.replace(/\d+$/, '')].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function cellText({ attributes, body }: Element, shared: readonly string[]): string {
  const type = /\st="(\w{1,20})"/.exec(attributes)?.[1];
  if (type === 'inlineStr') return textIn(body);
  const [value] = elements(body, 'v');
  const text = unescaped(value?.body ?? '');
  return type === 's' ? (shared[Number(text)] ?? '') : text;
}

/** Counts what a sheet holds and stops one that holds too much. */
class Allowance {
  #cells = 0;
  #text = 0;
  spend(cells: number, text: number): void {
    this.#cells += cells;
    this.#text += text;
    if (this.#cells > mostWorkbookCells || this.#text > mostWorkbookText)
      throw new UnreadableWorkbook('too much', 'too-large');
  }
}

function rowsOf(sheet: string, shared: readonly string[]): string[][] {
  const rows: string[][] = [];
  const allowance = new Allowance();
  for (const row of elements(sheet, 'row')) {
    const number = Number(/\sr="(\d{1,9})"/.exec(row.attributes)?.[1] ?? rows.length + 1);
    if (!(number > rows.length) || number > 1_048_576) continue;
    while (rows.length < number - 1) rows.push([]);
    rows.push(cellsOf(row.body, shared, allowance));
  }
  return rows;
}

function cellsOf(row: string, shared: readonly string[], allowance: Allowance): string[] {
  const cells: string[] = [];
  for (const cell of elements(row, 'c')) {
    const reference = /\sr="([A-Z]{1,3})\d{1,9}"/.exec(cell.attributes)?.[1];
    const at = reference ? columnOf(reference) : cells.length;
    const text = cellText(cell, shared);
    allowance.spend(Math.max(1, at + 1 - cells.length), text.length);
    while (cells.length < at) cells.push('');
    cells[at] = text;
  }
  return cells;
}

export const looksLikeXlsx = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;

/**
 * The cells of a workbook's first sheet as texts, row by row, empty rows kept so that numbers of rows agree with what a
 * person sees. Dates come as the serial numbers that the file holds.
 */
export function readXlsx(content: Uint8Array): string[][] {
  try {
    const bytes = Buffer.from(content);
    const entries = entriesOf(bytes);
    const sheetName = [...entries.keys()].filter((n) => /^xl\/worksheets\/[^/]+\.xml$/.test(n)).sort()[0];
    const sheet = sheetName && entries.get(sheetName);
    if (!sheet) throw new UnreadableWorkbook('no sheet');
    const strings = entries.get('xl/sharedStrings.xml');
    const items = strings ? [...elements(textOf(bytes, strings), 'si')] : [];
    return rowsOf(
      textOf(bytes, sheet),
      items.map(({ body }) => textIn(body)),
    );
  } catch (fault) {
    if (fault instanceof UnreadableWorkbook) throw fault;
    throw new UnreadableWorkbook('damaged', 'damaged', { cause: fault });
  }
}
