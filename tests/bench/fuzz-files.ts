import { gzipSync } from 'node:zlib';
import type { Encoding } from '~/server/record/delivery-refused.ts';
import { oddCell } from './fuzz-cells.ts';
import type { Chance } from './fuzz-random.ts';
import { evilWorkbooks, plainWorkbook } from './fuzz-workbooks.ts';

/** A file that somebody hands in for an item, and by which trick it was made. */
export type FuzzFile = {
  readonly trick: string;
  readonly item: string;
  readonly encoding: Encoding;
  readonly content: Uint8Array<ArrayBuffer>;
};

type Table = { readonly header: readonly string[]; readonly rows: readonly (readonly string[])[] };

const zh = ['统一社会信用代码', '日期', '金额', '类别', '记录编号', '备注'];
const en = ['uscc', 'date', 'amount', 'category', 'record no', 'note'];
const register = [
  '统一社会信用代码',
  '企业名称',
  '行政区划代码',
  '行业代码',
  '成立日期',
  '注册资本（万元）',
  '登记状态',
];
const items = ['tax.payment', 'court.judgment', 'penalty.decision', 'registration.profile'] as const;
const categories = { 'tax.payment': '增值税', 'court.judgment': '被告', 'penalty.decision': '一般' } as const;

/** A table as it should be, of firms that exist and now and then of one that does not. */
function goodTable(chance: Chance, item: (typeof items)[number], firms: readonly string[]): Table {
  const count = chance.size(30);
  const firm = () => (chance.is(0.05) ? '91640104MAXXZZZZZZ' : chance.one(firms));
  const month = () => `2026-0${1 + chance.below(9)}`;
  if (item === 'registration.profile')
    return {
      header: register,
      rows: Array.from({ length: count }, () => [
        firm(),
        `河畔食品${chance.below(99)}有限公司`,
        '640104',
        '1411',
        '2015-06-01',
        '100',
        '存续',
      ]),
    };
  return {
    header: chance.is(0.5) ? zh : en,
    rows: Array.from({ length: count }, () => [
      firm(),
      month(),
      `${chance.below(100_000)}.50`,
      categories[item],
      chance.is(0.3) ? '' : `N${chance.below(100_000)}`,
      '',
    ]),
  };
}

/** Some cells replaced by odd ones; sometimes a name of the header, sometimes a row loses or gains cells. */
function mangled(chance: Chance, { header, rows }: Table): Table {
  const odd = rows.map((row) => row.map((cell) => (chance.is(0.15) ? oddCell(chance) : cell)));
  const cut = odd.map((row) => (chance.is(0.05) ? row.slice(0, chance.below(row.length)) : row));
  return {
    header: chance.is(0.1) ? header.map((name) => (chance.is(0.3) ? oddCell(chance) : name)) : header,
    rows: chance.is(0.1) ? cut.map((row) => [...row, oddCell(chance)]) : cut,
  };
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const csvOf = ({ header, rows }: Table, lineBreak = '\n'): string =>
  [header, ...rows].map((row) => row.map(quoted).join(',')).join(lineBreak);
const jsonOf = ({ header, rows }: Table): string =>
  rows
    .map((row) => JSON.stringify(Object.fromEntries(header.map((name, i) => [name, row[i] ?? '']))))
    .join('\n');

const bytes = (text: string | Uint8Array): Uint8Array<ArrayBuffer> => new Uint8Array(Buffer.from(text));

/** One line of 1 GB that packs into 1 MB: parts of a gzip may follow one another. */
function endlessLine(begins: string): Uint8Array<ArrayBuffer> {
  const part = gzipSync(Buffer.alloc(16_000_000, 'x'));
  return bytes(Buffer.concat([gzipSync(begins), ...Array.from({ length: 63 }, () => part)]));
}
const endless = new Map<string, Uint8Array<ArrayBuffer>>();
const endlessOnce = (begins: string) => {
  const made = endless.get(begins) ?? endlessLine(begins);
  endless.set(begins, made);
  return made;
};

function flipped(chance: Chance, content: Uint8Array): Uint8Array<ArrayBuffer> {
  const changed = bytes(content);
  for (let n = chance.size(50); n > 0; n -= 1) changed[chance.below(changed.length)] = chance.below(256);
  return changed;
}

function nested(chance: Chance, table: Table): string {
  const depth = chance.size(300_000);
  const deep = `${'[{"a":'.repeat(depth)}1${'}]'.repeat(depth)}`;
  if (chance.is(0.5)) return `${jsonOf(table)}\n${deep}`;
  return `${jsonOf(table)}\n{"uscc":${chance.is(0.5) ? deep : '['.repeat(depth)}}`;
}

const escapes = ['\\u0000', '\\ud800', '\\udfff\\ud800', '\\uffff', '\\u202e'];

type Trick = (chance: Chance, table: Table) => string | Uint8Array;

const packed = (chance: Chance, table: Table): Uint8Array =>
  chance.one<() => Uint8Array>([
    () => gzipSync(csvOf(table)),
    () => plainWorkbook([table.header, ...table.rows]),
    () => Buffer.from(jsonOf(table)),
    () => Buffer.from(csvOf(table)),
  ])();

/** Ways to spoil a file; each also lets through some that are good. */
const tricks: Readonly<Record<string, Trick>> = {
  'odd cells': (chance, table) => csvOf(mangled(chance, table), chance.one(['\n', '\r\n', '\r', '\n\r'])),
  'odd cells in JSON': (chance, table) => jsonOf(mangled(chance, table)),
  'odd cells in a workbook': (chance, table) => {
    const { header, rows } = mangled(chance, table);
    return plainWorkbook([header, ...rows]);
  },
  'cut off': (chance, table) => {
    const whole = packed(chance, table);
    return whole.subarray(0, chance.below(whole.length + 1));
  },
  'bytes flipped': (chance, table) => flipped(chance, packed(chance, table)),
  nesting: nested,
  'escapes of what no text holds': (chance, table) =>
    jsonOf(table)
      .replaceAll('"",', `"${chance.one(escapes)}",`)
      .replace('增值税', chance.one(escapes)),
  'stray quotes': (chance, table) => {
    const text = csvOf(table);
    const at = chance.below(text.length + 1);
    return `${text.slice(0, at)}${'"'.repeat(1 + chance.below(3))}${text.slice(at)}`;
  },
  'too many columns': (chance, { header, rows }) => {
    const more = Array.from({ length: chance.size(300_000) }, (_, i) => `c${chance.is(0.01) ? 0 : i}`);
    return csvOf({ header: [...header, ...more], rows });
  },
  'a long line': (chance, table) =>
    `${csvOf(table)}\n${chance.one(['', '"', ','])}${chance.one(['x', ',', '"'])}`.padEnd(
      chance.size(2_500_000),
      chance.one(['x', ',', '""', 'y,']),
    ),
  noise: (chance) => Uint8Array.from({ length: chance.size(3_000) }, () => chance.below(256)),
  'wide characters': (chance, table) => Buffer.from(csvOf(table), chance.one(['utf16le', 'latin1', 'ucs2'])),
  'marks in the middle': (chance, table) =>
    csvOf(table).replaceAll(',', chance.one([',\ufeff', '，', ',\u0000', ', ', '\u2028,', ';'])),
  'the same record told twice': (chance, table) => {
    const rows = table.rows.flatMap((row) => [row, row.map((c, i) => (i === 2 ? oddCell(chance) : c))]);
    return csvOf({ header: table.header, rows });
  },
  'a header alone': (_, { header }) => csvOf({ header, rows: [] }),
};
const names = Object.keys(tricks);
const evil = Object.keys(evilWorkbooks);
const begins = [
  '',
  'uscc,date,amount,category\n',
  'uscc,date,amount,category\n"',
  '{"uscc":"',
  '[',
  '\ufeff',
];

/** A file made by a trick that chance picks; every 500th unpacks to one line of 1 GB. */
export function fuzzFile(chance: Chance, firms: readonly string[], no: number): FuzzFile {
  const item = chance.one(items);
  const encoding = chance.one<Encoding>(['auto', 'auto', 'utf-8', 'gb18030']);
  if (no % 500 === 77)
    return { trick: 'a line of 1 GB', item, encoding: 'auto', content: endlessOnce(chance.one(begins)) };
  const table = goodTable(chance, item, firms);
  if (chance.is(0.2)) {
    const trick = chance.one(evil);
    const made = evilWorkbooks[trick]?.(chance, [table.header, ...table.rows]) ?? Buffer.alloc(0);
    return { trick, item, encoding, content: bytes(made) };
  }
  const trick = chance.one(names);
  return { trick, item, encoding, content: bytes(tricks[trick]?.(chance, table) ?? '') };
}
