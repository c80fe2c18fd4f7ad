import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import path from 'node:path';
import { synthesiseUscc, type Uscc } from '~/domain/enterprise/uscc.ts';

/** How often an item occurs: the share of firms that have it, and how many records such a firm has. */
type Shape = {
  readonly item: string;
  readonly share: number;
  readonly records: number;
  readonly columns: readonly ('no' | 'amount' | 'quantity' | 'category')[];
  readonly category?: string;
};

/**
 * Twenty items: monthly series as departments export them, and events with the prevalence of public records in Jinan
 * (73,536 firms); about sixty records a firm together.
 */
export const shapes: readonly Shape[] = [
  { item: 'tax.payment', share: 0.7, records: 24, columns: ['no', 'amount', 'category'], category: '增值税' },
  { item: 'social.coverage', share: 0.55, records: 24, columns: ['quantity'] },
  { item: 'social.payment', share: 0.55, records: 12, columns: ['amount', 'quantity'] },
  { item: 'provident.employer-account', share: 0.3, records: 12, columns: ['amount', 'quantity'] },
  { item: 'utility.power-usage', share: 0.5, records: 24, columns: ['no', 'amount', 'quantity'] },
  { item: 'utility.water-usage', share: 0.3, records: 12, columns: ['amount', 'quantity'] },
  { item: 'utility.gas-usage', share: 0.12, records: 12, columns: ['amount', 'quantity'] },
  { item: 'business.monthly-result', share: 0.16, records: 12, columns: ['amount'] },
  {
    item: 'list.abnormal-operation',
    share: 0.38098,
    records: 2,
    columns: ['no', 'category'],
    category: '住所无法联系',
  },
  {
    item: 'penalty.decision',
    share: 0.01233,
    records: 1,
    columns: ['no', 'amount', 'category'],
    category: '一般',
  },
  {
    item: 'court.judgment',
    share: 0.01327,
    records: 2,
    columns: ['no', 'amount', 'category'],
    category: '被告',
  },
  { item: 'court.enforcement', share: 0.00068, records: 2, columns: ['no', 'amount'] },
  { item: 'court.hearing', share: 0.00107, records: 2, columns: ['no', 'category'], category: '原告' },
  { item: 'tax.arrears', share: 0.0051, records: 1, columns: ['no', 'amount'] },
  { item: 'business.bid', share: 0.02028, records: 2, columns: ['no', 'amount'] },
  { item: 'business.branch', share: 0.00212, records: 1, columns: ['no', 'category'], category: '省内' },
  {
    item: 'business.website-record',
    share: 0.06606,
    records: 2,
    columns: ['no', 'category'],
    category: '网站',
  },
  { item: 'ip.trademark', share: 0.00607, records: 1, columns: ['no', 'category'], category: '注册商标' },
  { item: 'ip.patent', share: 0.0097, records: 3, columns: ['no', 'category'], category: '发明' },
  { item: 'honour.contract-keeping', share: 0.00227, records: 1, columns: ['no'] },
];

const headings = { no: '记录编号', amount: '金额', quantity: '数量', category: '类别' } as const;

/** Invented codes, one a firm; a quarter of a million to each region. */
export const codesOf = (count: number): Uscc[] =>
  Array.from({ length: count }, (_, i) =>
    synthesiseUscc({ regionCode: i < 250_000 ? '640104' : '640105', serial: 20_000 + (i % 250_000) }),
  );

export type MadeFile = { readonly item: string; readonly file: string; readonly rows: number };

/** Writes one file an item, month by month as exports run, and the same with every hundredth row changed. */
export async function writeDeliveries(
  folder: string,
  firms: readonly Uscc[],
  changed = false,
): Promise<MadeFile[]> {
  const made: MadeFile[] = [];
  for (const shape of shapes) {
    const file = path.join(folder, `${shape.item}${changed ? '.again' : ''}.csv`);
    made.push({ item: shape.item, file, rows: await writeRows(file, linesOf(shape, firms, changed)) });
  }
  return made;
}

export function writeRegister(folder: string, firms: readonly Uscc[]): Promise<MadeFile> {
  const file = path.join(folder, 'registration.profile.csv');
  return writeRows(file, registerLines(firms)).then((rows) => ({ item: 'registration.profile', file, rows }));
}

function* registerLines(firms: readonly Uscc[]) {
  yield '统一社会信用代码,企业名称,行政区划代码,行业代码,成立日期,注册资本（万元）,登记状态';
  for (const [i, uscc] of firms.entries()) yield `${uscc},测试企业${i},640104,1411,2015-06-01,100,存续`;
}

export async function writeRows(file: string, lines: Iterable<string>): Promise<number> {
  const out = createWriteStream(file);
  let text = '';
  let rows = -1; // the header is none
  for (const line of lines) {
    text += `${line}\n`;
    rows += 1;
    if (text.length < 1_000_000) continue;
    if (!out.write(text)) await once(out, 'drain');
    text = '';
  }
  out.end(text);
  await once(out, 'finish');
  return rows;
}

/** A figure for a firm and a record: always the same, and spread like noise. */
function noise(a: number, b: number): number {
  let drawn = Math.imul(a + 1, 2_654_435_761) ^ Math.imul(b + 1, 40_503);
  for (const shift of [15, 13, 16]) drawn = Math.imul(drawn ^ (drawn >>> shift), 2_246_822_519);
  return (drawn ^ (drawn >>> 15)) >>> 0;
}

function* linesOf(
  { item, share, records, columns, category = '' }: Shape,
  firms: readonly Uscc[],
  changed: boolean,
) {
  yield ['统一社会信用代码', '日期', ...columns.map((column) => headings[column])].join(',');
  const salt = [...item].reduce((sum, c) => sum * 31 + c.charCodeAt(0), 7) % 1_000_003;
  const known = firms.map((uscc, i) => ({ uscc, i })).filter(({ i }) => noise(i, salt) / 2 ** 32 < share);
  for (let record = 0; record < records; record += 1) {
    const month = `${2026 - Math.floor((record + 3) / 12)}-${String(12 - ((record + 3) % 12)).padStart(2, '0')}`;
    for (const { uscc, i } of known) {
      const drawn = noise(i, salt + record * 131);
      const figure = (drawn % 900_000) + (changed && drawn % 100 === 0 ? 1 : 0);
      const cell = {
        no: `${record}-${i}`,
        amount: `${figure}.${String(drawn % 100).padStart(2, '0')}`,
        quantity: String(figure % 5_000),
        category,
      };
      const date =
        changed && drawn % 100 === 0 && columns.at(-1) === 'category' && !columns.includes('amount')
          ? `${month}-02`
          : month;
      yield [uscc, date, ...columns.map((column) => cell[column])].join(',');
    }
  }
}
