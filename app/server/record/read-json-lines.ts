import { deepestJson, isNestedBeyond } from '~/server/platform/nesting.ts';
import { longestLine } from '~/server/record/delivery-limits.ts';
import { DeliveryRefused } from '~/server/record/delivery-refused.ts';
import { refuseUnusable, refuseWide } from '~/server/record/refuse-cells.ts';

type Table = { readonly header: readonly string[]; readonly rows: AsyncIterable<string[]> };
type Row = ReadonlyMap<string, string>;

/** Columns are those of the first lines: what a later one adds puts that row into quarantine, not out of sight. */
const lookAhead = 2_000;

/** One JSON object a line: its names are the columns, its values the cells. A line that is none refuses the file. */
export async function readJsonLines(texts: AsyncIterable<string>): Promise<Table> {
  const lines = parsed(linesOf(texts));
  const ahead: Row[] = [];
  while (ahead.length < lookAhead) {
    const next = await lines.next();
    if (next.done) break;
    ahead.push(next.value);
  }
  if (ahead.length === 0) throw new DeliveryRefused({ code: 'record.empty-file' });
  const header = [...new Set(ahead.flatMap((row) => [...row.keys()]))];
  refuseWide(header.length);
  return { header, rows: cellsOf(header, ahead, lines) };
}

async function* cellsOf(header: readonly string[], ahead: readonly Row[], rest: AsyncIterable<Row>) {
  const known = new Set(header);
  const cells = (row: Row) => [
    ...header.map((name) => row.get(name) ?? ''),
    ...[...row].filter(([name]) => !known.has(name)).map(([, value]) => value),
  ];
  for (const row of ahead) yield cells(row);
  for await (const row of rest) yield cells(row);
}

async function* linesOf(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    if (rest.length > longestLine) yield rest;
    yield* lines;
  }
  yield rest;
}

async function* parsed(lines: AsyncIterable<string>): AsyncGenerator<Row> {
  let row = 0;
  for await (const line of lines) {
    const text = line.replace(/^\ufeff/, '').trim();
    if (text === '') continue;
    row += 1;
    if (text.length > longestLine)
      throw new DeliveryRefused({ code: 'record.line-too-long', row: row - 1, limit: longestLine });
    if (isNestedBeyond(text))
      throw new DeliveryRefused({ code: 'record.json-deep', row, limit: deepestJson });
    const read = objectOf(text);
    if (!read) throw new DeliveryRefused({ code: 'record.json-broken', row });
    for (const [name, cell] of text.includes('\\u') ? read : []) {
      refuseUnusable(name, row);
      refuseUnusable(cell, row);
    }
    yield read;
  }
}

function objectOf(text: string): Row | null {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
    return new Map(Object.entries(value).map(([name, cell]) => [name, cellOf(cell)]));
  } catch {
    return null; // not JSON
  }
}

const cellOf = (value: unknown): string => {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
};
