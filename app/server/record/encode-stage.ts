import { randomFillSync } from 'node:crypto';
import type { DayPrecision } from '~/domain/kernel/day.ts';
import type { FactDraft } from '~/domain/record/draft.ts';

/** Records of one chunk as PostgreSQL's binary COPY takes them, in the order of `stage_chunk`'s columns. */
export type EncodedChunk = { readonly bytes: Buffer; readonly rows: number };

const signature = Buffer.from('PGCOPY\n\xff\r\n\0\0\0\0\0\0\0\0\0', 'latin1');
const firstBytes = 4_194_304;
const columnCount = 11;
/** Every column but the texts, with the lengths of all. */
const fixedBytes = 2 + columnCount * 4 + 4 + 16 + 16 + 4 + 2 + 4 + 8 + 4 + 1;

export const precisions: readonly DayPrecision[] = ['day', 'month', 'year'];

/**
 * Fills buffers with records; each `take` hands over what was added since the last. Two buffers take turns: what was handed
 * over holds until the take after the next, while one chunk is merged and the next one is read.
 */
export class StageEncoder {
  #bytes = Buffer.allocUnsafe(firstBytes);
  #spare = Buffer.allocUnsafe(firstBytes);
  #at = signature.copy(this.#bytes);
  #rows = 0;
  #ids = Buffer.alloc(0);
  readonly #days = new Map<string, number>();

  get rows(): number {
    return this.#rows;
  }

  /** Adds a record and tells where its content lies: the columns that make it the same record or another. */
  add(rowNo: number, firm: string, draft: FactDraft): void {
    const detail = draft.detail === null ? null : JSON.stringify(draft.detail);
    this.#reserve(fixedBytes + 3 * (firm.length + (draft.category?.length ?? 0) + (detail?.length ?? 0)));
    const bytes = this.#bytes;
    this.#at = bytes.writeInt16BE(columnCount, this.#at);
    this.#int4(rowNo);
    this.#id();
    this.#text(firm);
    this.#at = bytes.writeInt32BE(16, this.#at);
    this.#at += bytes.write(draft.sourceKey, this.#at, 16, 'hex');
    this.#int4(this.#dayNumber(draft.occurredOn));
    this.#at = bytes.writeInt32BE(2, this.#at);
    this.#at = bytes.writeInt16BE(precisions.indexOf(draft.precision), this.#at);
    this.#int4(this.#dayNumber(draft.endedOn));
    if (draft.amount === null) this.#null();
    else this.#at = bytes.writeBigInt64BE(draft.amount, bytes.writeInt32BE(8, this.#at));
    this.#int4(draft.quantity);
    if (draft.category === null) this.#null();
    else this.#text(draft.category);
    if (detail === null) this.#null();
    else this.#text(detail, 1);
    this.#rows += 1;
  }

  take(): EncodedChunk {
    this.#reserve(2);
    this.#at = this.#bytes.writeInt16BE(-1, this.#at);
    const taken = { bytes: this.#bytes.subarray(0, this.#at), rows: this.#rows };
    [this.#bytes, this.#spare] = [this.#spare, this.#bytes];
    this.#at = signature.copy(this.#bytes);
    this.#rows = 0;
    return taken;
  }

  #reserve(more: number): void {
    if (this.#at + more <= this.#bytes.length) return;
    const larger = Buffer.allocUnsafe(2 * Math.max(this.#bytes.length, more));
    this.#bytes.copy(larger, 0, 0, this.#at);
    this.#bytes = larger;
  }

  #null(): void {
    this.#at = this.#bytes.writeInt32BE(-1, this.#at);
  }

  #int4(value: number | null): void {
    if (value === null) this.#null();
    else this.#at = this.#bytes.writeInt32BE(value, this.#bytes.writeInt32BE(4, this.#at));
  }

  /** `version`: jsonb begins with the version of its format. */
  #text(value: string, version?: 1): void {
    const head = this.#at;
    this.#at += 4;
    if (version) this.#at = this.#bytes.writeUInt8(version, this.#at);
    this.#at += this.#bytes.write(value, this.#at, 'utf8');
    this.#bytes.writeInt32BE(this.#at - head - 4, head);
  }

  /** A random UUID (version 4); the database would make them one by one, several times dearer. */
  #id(): void {
    if (this.#ids.length === 0) this.#ids = randomFillSync(Buffer.allocUnsafe(16_384));
    this.#at = this.#bytes.writeInt32BE(16, this.#at);
    this.#ids.copy(this.#bytes, this.#at, 0, 16);
    this.#bytes[this.#at + 6] = 0x40 | ((this.#bytes[this.#at + 6] as number) & 0x0f);
    this.#bytes[this.#at + 8] = 0x80 | ((this.#bytes[this.#at + 8] as number) & 0x3f);
    this.#ids = this.#ids.subarray(16);
    this.#at += 16;
  }

  /** PostgreSQL counts days from 2000-01-01. */
  #dayNumber(day: string | null): number | null {
    if (day === null) return null;
    const known = this.#days.get(day);
    if (known !== undefined) return known;
    const number = Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(2000, 0, 1)) / 86_400_000);
    if (this.#days.size >= 20_000) this.#days.clear();
    this.#days.set(day, number);
    return number;
  }
}
