import { createHash } from 'node:crypto';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { longestLine, mostCells } from '~/server/record/delivery-limits.ts';
import { DeliveryRefused, type Encoding } from '~/server/record/delivery-refused.ts';
import { detectEncoding, isGzip } from '~/server/record/detect-encoding.ts';
import { readCsv } from '~/server/record/read-csv.ts';
import { refuseWide } from '~/server/record/refuse-cells.ts';

export type OpenOptions = {
  readonly encoding: Encoding;
  /** Column names of the mapping: they tell a file in GB 18030 from noise. */
  readonly expected: readonly string[];
  /** Bytes of text, after unpacking, beyond which the file is refused. */
  readonly maxBytes: number;
};

/** A CSV file being read: its header, then its rows one by one. Refusals are thrown as `DeliveryRefused`. */
export type OpenFile = {
  readonly header: readonly string[];
  readonly rows: AsyncIterable<string[]>;
  /** The same rows, many at a time: one of the two is read, not both. */
  readonly blocks?: AsyncIterable<string[][]>;
  /** SHA-256 and size of the file as received; complete once the rows are read. */
  receipt(): { readonly hash: string; readonly bytes: number };
};

/** Opens a CSV, plain or gzipped, in UTF-8 (with or without BOM) or GB 18030; nothing is held in memory but a chunk. */
export async function openFile(file: AsyncIterable<Uint8Array>, options: OpenOptions): Promise<OpenFile> {
  const tally = { hash: createHash('sha256'), bytes: 0 };
  const texts = decoded(await unpacked(counted(file, tally), options.maxBytes), options);
  const blocks = worded(readCsv(texts));
  const first = await blocks.next();
  const header = first.done ? undefined : first.value.shift();
  if (!header) throw new DeliveryRefused({ code: 'record.empty-file' });
  refuseWide(header.length);
  const all = prepend<string[][]>([first.value as string[][]], blocks);
  return {
    header,
    rows: flat(all),
    blocks: all,
    receipt: () => ({ hash: tally.hash.copy().digest('hex'), bytes: tally.bytes }),
  };
}

export type Tally = { readonly hash: ReturnType<typeof createHash>; bytes: number };

export async function* counted(file: AsyncIterable<Uint8Array>, tally: Tally) {
  for await (const chunk of file) {
    tally.hash.update(chunk);
    tally.bytes += chunk.length;
    yield chunk;
  }
}

export async function unpacked(chunks: AsyncGenerator<Uint8Array>, maxBytes: number) {
  const first = await chunks.next();
  const all = prepend(first.done ? [] : [first.value], chunks);
  const plain = !first.done && isGzip(first.value) ? gunzip(all) : all;
  return limited(plain, maxBytes);
}

export async function* prepend<T>(first: readonly T[], rest: AsyncIterable<T>) {
  yield* first;
  yield* rest;
}

async function* gunzip(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const gz = createGunzip();
  pipeline(Readable.from(chunks), gz, () => undefined); // a failure surfaces where the chunks are read
  try {
    yield* gz;
  } catch (fault) {
    if (String((fault as NodeJS.ErrnoException).code).startsWith('Z_'))
      throw new DeliveryRefused({ code: 'record.archive-broken' });
    throw fault;
  }
}

async function* limited(chunks: AsyncIterable<Uint8Array>, maxBytes: number) {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > maxBytes) throw new DeliveryRefused({ code: 'record.too-large', limit: maxBytes });
    yield chunk;
  }
}

const sampleBytes = 65_536;

export async function* decoded(
  chunks: AsyncIterable<Uint8Array>,
  { encoding: declared, expected }: OpenOptions,
) {
  const waiting: Uint8Array[] = [];
  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    if (!decoder && waiting.reduce((sum, part) => sum + part.length, 0) < sampleBytes) continue;
    const bytes = Buffer.concat(waiting.splice(0));
    decoder ??= new TextDecoder(detectEncoding(bytes, declared, expected), { fatal: true });
    yield decode(decoder, bytes, declared);
  }
  const last = Buffer.concat(waiting);
  decoder ??= new TextDecoder(detectEncoding(last, declared, expected), { fatal: true });
  yield decode(decoder, last, declared) + decode(decoder, undefined, declared);
}

/** Without bytes the end of the file: a character cut in two is then an error. */
function decode(decoder: TextDecoder, bytes: Uint8Array | undefined, declared: Encoding): string {
  const text = attempt(() => (bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()));
  if (text === null) throw new DeliveryRefused({ code: 'record.encoding-wrong', declared });
  if (text.includes('\0')) throw new DeliveryRefused({ code: 'record.not-csv', kind: 'binary' });
  return text;
}

function attempt(read: () => string): string | null {
  try {
    return read();
  } catch {
    return null;
  }
}

/** The parser's complaints as refusals; the row is counted below the header. */
async function* worded(blocks: AsyncIterable<string[][]>): AsyncGenerator<string[][]> {
  let row = -1; // the header is no row of data
  try {
    for await (const rows of blocks) {
      const { length } = rows; // whoever reads them may take some away
      const widest = rows.findIndex((cells) => cells.length > mostCells);
      if (widest >= 0)
        throw new DeliveryRefused({
          code: 'record.line-too-long',
          row: Math.max(0, row + widest),
          limit: mostCells,
        });
      yield rows;
      row += length;
    }
  } catch (fault) {
    const { code } = fault as { code?: string };
    if (!String(code).startsWith('CSV_')) throw fault;
    const at = { row: Math.max(0, row) };
    if (code === 'CSV_MAX_RECORD_SIZE')
      throw new DeliveryRefused({ code: 'record.line-too-long', ...at, limit: longestLine });
    throw new DeliveryRefused({ code: 'record.csv-broken', ...at, why: String(code) });
  }
}

async function* flat<T>(blocks: AsyncIterable<readonly T[]>): AsyncGenerator<T> {
  for await (const rows of blocks) yield* rows;
}
