import { crc32, deflateRawSync } from 'node:zlib';

/** A cell: text, or a number with two decimals given as text so that no digit is lost on the way. */
export type Cell = string | { readonly number: string };

const escaped = (text: string): string =>
  text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 does not take them
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f]/g, '');

function letters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest > 0 ? letters(rest - 1) : '') + String.fromCharCode(65 + (column % 26));
}

const cellXml = (cell: Cell, at: string, style: number): string =>
  typeof cell === 'string'
    ? `<c r="${at}" t="inlineStr" s="${style}"><is><t xml:space="preserve">${escaped(cell)}</t></is></c>`
    : `<c r="${at}" s="2"><v>${cell.number}</v></c>`;

const widthOf = (rows: readonly (readonly Cell[])[], column: number): number => {
  const texts = rows.slice(0, 200).map((row) => row[column] ?? '');
  const lengths = texts.map((cell) => {
    const text = typeof cell === 'string' ? cell : cell.number;
    return [...text].reduce((n, c) => n + (c.charCodeAt(0) > 255 ? 2 : 1), 0);
  });
  return Math.min(48, Math.max(8, ...lengths) + 2);
};

function sheetXml(rows: readonly (readonly Cell[])[]): string {
  const columns = Math.max(1, ...rows.slice(0, 1).map((row) => row.length));
  const widths = Array.from({ length: columns }, (_, i) => {
    const n = i + 1;
    return `<col min="${n}" max="${n}" width="${widthOf(rows, i)}" customWidth="1"/>`;
  }).join('');
  const body = rows
    .map((row, r) => {
      const cells = row.map((cell, c) => cellXml(cell, `${letters(c)}${r + 1}`, r === 0 ? 1 : 0)).join('');
      return `<row r="${r + 1}">${cells}</row>`;
    })
    .join('');
  const frozen = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/>';
  return `${head}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0">${frozen}</sheetView></sheetViews><cols>${widths}</cols><sheetData>${body}</sheetData></worksheet>`;
}

const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const packages = 'http://schemas.openxmlformats.org/package/2006';
const kinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

const parts = (name: string, rows: readonly (readonly Cell[])[]): [string, string][] => [
  [
    '[Content_Types].xml',
    `${head}<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${kinds}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kinds}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${kinds}.styles+xml"/></Types>`,
  ],
  [
    '_rels/.rels',
    `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  ],
  [
    'xl/workbook.xml',
    `${head}<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="${escaped(name)}" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  ],
  [
    'xl/_rels/workbook.xml.rels',
    `${head}<Relationships xmlns="${packages}/relationships"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
  ],
  [
    'xl/styles.xml',
    `${head}<styleSheet xmlns="${main}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="3"><xf numFmtId="49" fontId="0" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyFont="1"/><xf numFmtId="4" fontId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
  ],
  ['xl/worksheets/sheet1.xml', sheetXml(rows)],
];

/** 1980-01-01, the earliest day an archive can name: the same cells always make the same bytes. */
const epoch = 0x0021;

function localHeader(name: Buffer, packed: Buffer, plain: Buffer): Buffer {
  const fixed = Buffer.alloc(30);
  fixed.writeUInt32LE(0x04034b50, 0);
  fixed.writeUInt16LE(20, 4);
  fixed.writeUInt16LE(0x0800, 6);
  fixed.writeUInt16LE(8, 8);
  fixed.writeUInt16LE(epoch, 12);
  fixed.writeUInt32LE(crc32(plain), 14);
  fixed.writeUInt32LE(packed.length, 18);
  fixed.writeUInt32LE(plain.length, 22);
  fixed.writeUInt16LE(name.length, 26);
  return Buffer.concat([fixed, name]);
}

/** The entry of the central directory: the local header's fields again, and where it lies. */
function centralEntry(local: Buffer, name: Buffer, at: number): Buffer {
  const fixed = Buffer.alloc(46);
  fixed.writeUInt32LE(0x02014b50, 0);
  fixed.writeUInt16LE(20, 4);
  local.copy(fixed, 6, 4, 30);
  fixed.writeUInt32LE(at, 42);
  return Buffer.concat([fixed, name]);
}

/** A workbook of one sheet: the first row is the header, kept in view. */
export function writeXlsx(name: string, rows: readonly (readonly Cell[])[]): Uint8Array {
  const chunks: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const [file, text] of parts(name, rows)) {
    const plain = Buffer.from(text, 'utf8');
    const packed = deflateRawSync(plain);
    const fileName = Buffer.from(file, 'utf8');
    const local = localHeader(fileName, packed, plain);
    central.push(centralEntry(local, fileName, at));
    chunks.push(local, packed);
    at += local.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(central.length, 8);
  end.writeUInt16LE(central.length, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...chunks, directory, end]);
}

export const xlsxType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
