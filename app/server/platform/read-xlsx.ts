import { inflateRawSync } from 'node:zlib';

/** More than any monthly file needs; a packed file that grows beyond it is refused. */
const mostBytes = 40_000_000;

/** What makes a workbook unreadable: not one at all, protected by a password, or too large. */
export class UnreadableWorkbook extends Error {}

type Entry = { readonly method: number; readonly at: number; readonly size: number };

/** The files of a ZIP archive by their names, from its central directory. */
function entriesOf(bytes: Buffer): Map<string, Entry> {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0) throw new UnreadableWorkbook('no archive');
  const count = bytes.readUInt16LE(end + 10);
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
  if (method === 0) return packed.toString('utf8');
  if (method !== 8) throw new UnreadableWorkbook('unknown packing');
  return inflateRawSync(packed, { maxOutputLength: mostBytes }).toString('utf8');
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string): string =>
  text.replace(/&(#x?[0-9a-f]+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return entities[name] ?? whole;
    const code = name[1] === 'x' ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
    return Number.isInteger(code) && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });

/** The text of every `t` element inside a piece of a workbook, runs of one cell together. */
const textIn = (xml: string): string =>
  [...xml.replace(/<rPh[\s\S]*?<\/rPh>/g, '').matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)]
    .map((m) => unescaped(m[1] ?? ''))
    .join('');

const columnOf = (reference: string): number =>
  [...reference.replace(/\d+$/, '')].reduce((n, letter) => n * 26 + letter.charCodeAt(0) - 64, 0) - 1;

function cellText(attributes: string, body: string, shared: readonly string[]): string {
  const type = /\st="(\w+)"/.exec(attributes)?.[1];
  if (type === 'inlineStr') return textIn(body);
  const value = unescaped(/<v[^>]*>([\s\S]*?)<\/v>/.exec(body)?.[1] ?? '');
  return type === 's' ? (shared[Number(value)] ?? '') : value;
}

function rowsOf(sheet: string, shared: readonly string[]): string[][] {
  const rows: string[][] = [];
  for (const row of sheet.matchAll(/<row(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/row>)/g)) {
    const number = Number(/\sr="(\d+)"/.exec(row[1] ?? '')?.[1] ?? rows.length + 1);
    if (!(number > rows.length) || number > 1_048_576) continue;
    while (rows.length < number - 1) rows.push([]);
    const cells: string[] = [];
    for (const cell of (row[2] ?? '').matchAll(/<c(\s[^>]*?)?(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const reference = /\sr="([A-Z]{1,3})\d+"/.exec(cell[1] ?? '')?.[1];
      const at = reference ? columnOf(reference) : cells.length;
      while (cells.length < at) cells.push('');
      cells[at] = cellText(cell[1] ?? '', cell[2] ?? '', shared);
    }
    rows.push(cells);
  }
  return rows;
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
    const items = strings ? textOf(bytes, strings).matchAll(/<si>([\s\S]*?)<\/si>/g) : [];
    return rowsOf(
      textOf(bytes, sheet),
      [...items].map((m) => textIn(m[1] ?? '')),
    );
  } catch (fault) {
    if (fault instanceof UnreadableWorkbook) throw fault;
    throw new UnreadableWorkbook('damaged', { cause: fault });
  }
}
