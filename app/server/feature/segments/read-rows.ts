import { type Columns, counted, dated, noEnd, valued } from '~/domain/feature/columnar/columns.ts';
import type { Dictionary } from './dictionary.ts';
import type { Moments } from './moments.ts';

/** Where rows go as they come: firm by firm in any order, each to the next place of the columns. */
export type Sink = {
  readonly dictionary: Dictionary;
  readonly moments: Moments;
  /** The place of a row of this firm, or -1 to leave it. Called for assertions and corrections. */
  place(bytes: Buffer, firm: number, id: number): number;
  columns(): Columns;
  /** A row that takes the place of another; `own` is its own place, -1 for one that only ends the other. */
  succeed(succession: Succession): void;
  /** The firm's sums may leave what a double holds. */
  widen(firm: number): void;
  firmOf(bytes: Buffer, at: number): number;
};

/** `drop` ends the use of a record in every version, at every moment (sealed or erased). */
export type Succession = {
  readonly firm: number;
  readonly target: Buffer;
  readonly id: Buffer;
  readonly moment: number;
  readonly kind: 'correct' | 'revoke' | 'drop';
};

/** The columns of `fact` in the order in which `readRows` takes them. */
export const copiedColumns =
  'enterprise_id, id, item, category, op, supersedes, occurred_on, ended_on, amount_fen, quantity, known_at';
const fields = 11;
const headBytes = 19;
const plenty = 4_096;

/** Takes rows of COPY's binary format; the chunks may break anywhere. */
export async function readRows(chunks: AsyncIterable<Buffer>, sink: Sink): Promise<number> {
  let rest: Buffer | null = null;
  let isBegun = false;
  let rows = 0;
  for await (const chunk of chunks) {
    const bytes: Buffer = rest ? Buffer.concat([rest, chunk]) : chunk;
    let from = 0;
    if (!isBegun) {
      if (bytes.length < headBytes) {
        rest = bytes;
        continue;
      }
      from = headBytes;
      isBegun = true;
    }
    for (;;) {
      if (from + 2 > bytes.length || bytes.readInt16BE(from) < 0) break;
      if (bytes.length - from < plenty && endOfRow(bytes, from) < 0) break;
      from = readRow(bytes, from + 2, sink);
      rows++;
    }
    rest = from < bytes.length ? bytes.subarray(from) : null;
  }
  return rows;
}

/** Where the row that begins here ends; -1 when it does not end within the bytes. */
function endOfRow(bytes: Buffer, begin: number): number {
  let end = begin + 2;
  for (let field = 0; field < fields; field++) {
    if (end + 4 > bytes.length) return -1;
    end += 4 + Math.max(0, bytes.readInt32BE(end));
  }
  return end > bytes.length ? -1 : end;
}

const letterA = 97;
const letterC = 99;
const letterR = 114;
const epochMs = Date.UTC(2000, 0, 1);
const dayMs = 86_400_000;
const zoneMs = 8 * 3_600_000;
const safe = BigInt(Number.MAX_SAFE_INTEGER);

/** Where the values of a row begin, and which are null; one object for all rows, so that none is made for each. */
const at = {
  ...{ item: 0, itemLength: 0, category: 0, categoryLength: 0, op: 0, target: 0, occurred: 0, ended: 0 },
  ...{
    amount: 0,
    quantity: 0,
    known: 0,
    hasTarget: false,
    isDated: false,
    hasEnded: false,
    hasAmount: false,
    isCounted: false,
  },
};

/** Walks over the eleven fields of a row that begins at `begin`; the first two are sixteen bytes each. */
function locate(bytes: Buffer, begin: number): void {
  at.item = begin + 44;
  at.itemLength = bytes.readInt32BE(at.item - 4);
  at.category = at.item + at.itemLength + 4;
  at.categoryLength = bytes.readInt32BE(at.category - 4);
  at.op = at.category + Math.max(0, at.categoryLength) + 4;
  at.target = at.op + bytes.readInt32BE(at.op - 4) + 4;
  at.hasTarget = bytes.readInt32BE(at.target - 4) > 0;
  at.occurred = at.target + (at.hasTarget ? 16 : 0) + 4;
  at.isDated = bytes.readInt32BE(at.occurred - 4) > 0;
  at.ended = at.occurred + (at.isDated ? 4 : 0) + 4;
  at.hasEnded = bytes.readInt32BE(at.ended - 4) > 0;
  at.amount = at.ended + (at.hasEnded ? 4 : 0) + 4;
  at.hasAmount = bytes.readInt32BE(at.amount - 4) > 0;
  at.quantity = at.amount + (at.hasAmount ? 8 : 0) + 4;
  at.isCounted = bytes.readInt32BE(at.quantity - 4) > 0;
  at.known = at.quantity + (at.isCounted ? 4 : 0) + 4;
}

/** Takes one row; returns where the next begins. */
function readRow(bytes: Buffer, begin: number, sink: Sink): number {
  locate(bytes, begin);
  const firm = sink.firmOf(bytes, begin + 4);
  const id = begin + 24;
  const op = bytes[at.op] as number;
  const time =
    (bytes.readInt32BE(at.known) * 4_294_967_296 + bytes.readUInt32BE(at.known + 4)) / 1_000 + epochMs;
  const moment = sink.moments.place(time);
  if (at.hasTarget)
    sink.succeed({
      firm,
      target: Buffer.from(bytes.subarray(at.target, at.target + 16)),
      id: Buffer.from(bytes.subarray(id, id + 16)),
      moment,
      kind: op === letterC ? 'correct' : op === letterR ? 'revoke' : 'drop',
    });
  const row = op === letterA || op === letterC ? sink.place(bytes, firm, id) : -1;
  if (row >= 0) writeRow(bytes, { row, firm, id, time, moment }, sink);
  return at.known + 8;
}

type Taken = {
  readonly row: number;
  readonly firm: number;
  readonly id: number;
  readonly time: number;
  readonly moment: number;
};

function writeRow(bytes: Buffer, { row, firm, id, time, moment }: Taken, sink: Sink): void {
  const c = sink.columns();
  c.code[row] = sink.dictionary.place(bytes, at.item, at.itemLength, at.category, at.categoryLength);
  c.day[row] = at.isDated ? bytes.readInt32BE(at.occurred) : Math.floor((time + zoneMs - epochMs) / dayMs);
  c.ended[row] = at.hasEnded ? bytes.readInt32BE(at.ended) : noEnd;
  c.quantity[row] = at.isCounted ? bytes.readInt32BE(at.quantity) : 0;
  c.flags[row] = (at.isDated ? dated : 0) | (at.hasAmount ? valued : 0) | (at.isCounted ? counted : 0);
  c.known[row] = moment;
  c.gone[row] = 0;
  for (let k = 0; k < 16; k++) c.id[row * 16 + k] = bytes[id + k] as number;
  c.amount[row] = at.hasAmount ? amountAt(bytes, at.amount, firm, sink) : 0;
}

function amountAt(bytes: Buffer, place: number, firm: number, sink: Sink): number {
  const high = bytes.readInt32BE(place);
  if (high >= -0x20_0000 && high < 0x20_0000) return high * 4_294_967_296 + bytes.readUInt32BE(place + 4);
  sink.widen(firm);
  const exact = bytes.readBigInt64BE(place);
  return Number(exact > safe ? safe : exact < -safe ? -safe : exact);
}
