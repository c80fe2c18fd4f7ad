import { pipeline, Readable } from 'node:stream';
import { parse } from 'csv-parse';
import { longestLine } from '~/server/record/delivery-limits.ts';

const options = {
  relax_column_count: true,
  relax_quotes: true,
  skip_empty_lines: true,
  max_record_size: longestLine,
};

const rowsPerBlock = 512;

/**
 * The rows of a CSV, block by block, exactly as `csv-parse` reads them (property test), but lines without quotes, or with
 * plainly quoted cells, are cut by the engine's own `split`: several times faster. The first line that is neither goes,
 * with all that follow, to `csv-parse`.
 */
export async function* readCsv(texts: AsyncIterable<string>): AsyncGenerator<string[][]> {
  const source = texts[Symbol.asyncIterator]();
  let rest = '';
  let lineBreak: string | null = null;
  for (let isFirst = true; ; ) {
    const { value, done } = await source.next();
    if (!done) rest += value;
    if (isFirst && rest !== '') {
      isFirst = false;
      if (rest.startsWith('\ufeff')) rest = rest.slice(1);
    }
    lineBreak ??= breakIn(rest, done === true);
    if (lineBreak === '"') return yield* slowly(prepend(rest, source));
    const end = done ? rest.length : lineBreak === null ? -1 : rest.lastIndexOf(lineBreak);
    if (end >= 0) {
      const read = readLines(rest.slice(0, end), lineBreak ?? '\n');
      if (read.rows.length > 0) yield read.rows;
      if (read.open !== null) return yield* slowly(prepend(read.open + rest.slice(end), source), lineBreak);
      rest = done ? '' : rest.slice(end + (lineBreak ?? '').length);
    }
    if (rest.length > options.max_record_size) return yield* slowly(prepend(rest, source), lineBreak);
    if (done) return;
  }
}

/** How lines end: told by the first break of the text; `"` when a quote comes before it; null when it is not seen yet. */
function breakIn(text: string, isWhole: boolean): string | null {
  const at = text.search(/["\r\n]/);
  if (at < 0) return null;
  if (text[at] !== '\r') return text.charAt(at);
  if (at + 1 === text.length && !isWhole) return null;
  return text[at + 1] === '\n' ? '\r\n' : '\r';
}

/** Rows of whole lines; `open` is the text from the first line that needs the other reader. */
function readLines(text: string, lineBreak: string): { rows: string[][]; open: string | null } {
  const rows: string[][] = [];
  const hasQuotes = text.includes('"');
  const lines = text.split(lineBreak);
  for (const [i, line] of lines.entries()) {
    if (line === '') continue;
    const isTooLong = line.length > options.max_record_size;
    const cells = isTooLong ? null : hasQuotes && line.includes('"') ? plainlyQuoted(line) : line.split(',');
    if (cells === null) return { rows, open: lines.slice(i).join(lineBreak) };
    rows.push(cells);
  }
  return { rows, open: null };
}

/** The cells of a line whose quotes enclose whole cells; null for any other. */
function plainlyQuoted(line: string): string[] | null {
  const cells: string[] = [];
  for (let at = 0; ; at += 1) {
    const isQuoted = line[at] === '"';
    const end = isQuoted ? closingQuote(line, at) + 1 : endOfCell(line, at);
    if (end === 0) return null;
    const cell = isQuoted ? line.slice(at + 1, end - 1).replaceAll('""', '"') : line.slice(at, end);
    if (!isQuoted && cell.includes('"')) return null;
    cells.push(cell);
    if (end === line.length) return cells;
    if (line[end] !== ',') return null;
    at = end;
  }
}

function endOfCell(line: string, from: number): number {
  const comma = line.indexOf(',', from);
  return comma < 0 ? line.length : comma;
}

/** Where the quote that opens at `from` is closed; -1 when it is not on this line. */
function closingQuote(line: string, from: number): number {
  for (let at = line.indexOf('"', from + 1); at >= 0; at = line.indexOf('"', at + 2))
    if (line[at + 1] !== '"') return at;
  return -1;
}

/** Through `csv-parse`, which finds out how lines end when nobody knows yet. */
async function* slowly(
  texts: AsyncIterable<string>,
  lineBreak: string | null = null,
): AsyncGenerator<string[][]> {
  const parser = parse({ ...options, ...(lineBreak && { record_delimiter: lineBreak }) });
  pipeline(Readable.from(texts), parser, () => undefined); // a failure surfaces where the rows are read
  let rows: string[][] = [];
  try {
    for await (const cells of parser as AsyncIterable<string[]>) {
      rows.push(cells);
      if (rows.length < rowsPerBlock) continue;
      yield rows;
      rows = [];
    }
  } catch (fault) {
    if (rows.length > 0) yield rows;
    throw fault;
  }
  if (rows.length > 0) yield rows;
}

async function* prepend(first: string, rest: AsyncIterator<string>): AsyncGenerator<string> {
  if (first !== '') yield first;
  for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value;
}
