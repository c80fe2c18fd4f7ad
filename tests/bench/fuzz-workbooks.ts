import { crc32, deflateRawSync } from 'node:zlib';
import type { Chance } from './fuzz-random.ts';

type Part = { readonly name: string; readonly plain: Buffer; readonly claims?: number };

const ordinary: readonly [string, string][] = [
  ['[Content_Types].xml', '<Types/>'],
  ['xl/workbook.xml', '<workbook><sheets><sheet name="x" sheetId="1"/></sheets></workbook>'],
];

/** An archive of parts; what a part claims to unpack to may be a lie. */
function archive(parts: readonly Part[], count = parts.length): Buffer {
  const chunks: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const { name, plain, claims } of parts) {
    const packed = deflateRawSync(plain);
    const file = Buffer.from(name);
    const fixed = Buffer.alloc(46);
    fixed.writeUInt32LE(0x02014b50, 0);
    fixed.writeUInt16LE(8, 10);
    fixed.writeUInt32LE(crc32(plain), 16);
    fixed.writeUInt32LE(packed.length, 20);
    fixed.writeUInt32LE(claims ?? plain.length, 24);
    fixed.writeUInt16LE(file.length, 28);
    fixed.writeUInt32LE(at, 42);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    fixed.copy(local, 6, 8, 30);
    local.writeUInt16LE(file.length, 26);
    central.push(fixed, file);
    chunks.push(local, file, packed);
    at += 30 + file.length + packed.length;
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...chunks, directory, end]);
}

const workbook = (sheet: string, shared?: string): Buffer =>
  archive([
    ...ordinary.map(([name, text]) => ({ name, plain: Buffer.from(text) })),
    ...(shared === undefined ? [] : [{ name: 'xl/sharedStrings.xml', plain: Buffer.from(shared) }]),
    { name: 'xl/worksheets/sheet1.xml', plain: Buffer.from(sheet) },
  ]);

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const cellXml = (text: string) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`;
const sheetXml = (rows: readonly (readonly string[])[], head = '') =>
  `${head}<worksheet><sheetData>${rows.map((row) => `<row>${row.map(cellXml).join('')}</row>`).join('')}</sheetData></worksheet>`;

/** A table as a workbook without any of the courtesies of a real one. */
export const plainWorkbook = (rows: readonly (readonly string[])[]): Buffer => workbook(sheetXml(rows));

const entity = '<!DOCTYPE worksheet [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
const laughs = `<!DOCTYPE worksheet [<!ENTITY a "lol">${'bcdefgh'.replace(/./g, (c) => {
  const before = String.fromCharCode(c.charCodeAt(0) - 1);
  return `<!ENTITY ${c} "${`&${before};`.repeat(10)}">`;
})}]>`;

type Rows = readonly (readonly string[])[];
type Maker = (chance: Chance, rows: Rows) => Buffer;

/** Workbooks that are made to do harm, each by a trick of its own. */
export const evilWorkbooks: Readonly<Record<string, Maker>> = {
  'an outside entity in the sheet': (_, rows) => workbook(sheetXml(rows, entity).replaceAll('增值税', '&x;')),
  'an outside entity in the shared texts': (_, rows) =>
    workbook(sheetXml(rows), `${entity}<sst><si><t>&x;</t></si></sst>`),
  'entities that multiply': (_, rows) => workbook(sheetXml(rows, laughs).replaceAll('增值税', '&h;')),
  'a part that unpacks to too much': (chance, rows) =>
    workbook(`${sheetXml(rows)}${' '.repeat(chance.one([1, 45]) * 1_000_000)}`),
  'a bomb of rows': (chance) => workbook(`<sheetData>${'<row/>'.repeat(chance.size(4_000_000))}</sheetData>`),
  'rows that are never closed': (chance) => workbook('<row>'.repeat(chance.size(3_000_000))),
  'cells that are never closed': (chance) => workbook(`<row>${'<c>'.repeat(chance.size(3_000_000))}</row>`),
  'values that are never closed': (chance) =>
    workbook(`<row><c>${'<v'.repeat(chance.size(3_000_000))}</c></row>`),
  'phonetics that are never closed': (chance) =>
    workbook(`<row><c t="inlineStr">${'<rPh'.repeat(chance.size(3_000_000))}</c></row>`),
  'cells at the far edge': (chance) =>
    workbook(`<sheetData>${'<row><c r="XFD1"><v>1</v></c></row>'.repeat(chance.size(40_000))}</sheetData>`),
  'a row at the bottom': (_, rows) => workbook(sheetXml(rows).replace('<row>', '<row r="1048576">')),
  'a row beyond the bottom': (_, rows) =>
    workbook(sheetXml(rows).replace('<row>', '<row r="99999999999999999999">')),
  'one text shared by all': (chance) => {
    const cells = '<row><c t="s"><v>0</v></c></row>'.repeat(chance.size(100_000));
    return workbook(`<sheetData>${cells}</sheetData>`, `<sst><si><t>${'长'.repeat(60_000)}</t></si></sst>`);
  },
  'shared texts that are not there': (_, rows) =>
    workbook(sheetXml(rows).replaceAll('t="inlineStr"', 't="s"').replaceAll('<is><t>', '<v>')),
  'more parts than it has': (chance, rows) =>
    archive(
      [{ name: 'xl/worksheets/sheet1.xml', plain: Buffer.from(sheetXml(rows)) }],
      chance.one([2, 65_535]),
    ),
  'a size that is a lie': (_, rows) =>
    archive([{ name: 'xl/worksheets/sheet1.xml', plain: Buffer.from(sheetXml(rows)), claims: 7 }]),
  'no sheet': () => archive(ordinary.map(([name, text]) => ({ name, plain: Buffer.from(text) }))),
  'an archive within': (_, rows) =>
    archive([{ name: 'xl/worksheets/sheet1.xml', plain: workbook(sheetXml(rows)) }]),
  'a path that climbs': (_, rows) =>
    archive([{ name: '../../../../tmp/x.xml', plain: Buffer.from(sheetXml(rows)) }]),
  'zero characters and halves': (chance, rows) =>
    workbook(sheetXml(rows).replaceAll('增值税', chance.one(['&#0;', '&#xD800;', '&#x110000;', '&#xFFFF;']))),
};
