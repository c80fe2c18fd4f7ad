import { hash } from 'node:crypto';

/** Cells are joined by a character that no cell holds (else the row is not remembered). */
export const cellBreak = '\u001f';

/** What is kept of one row: 64 bits of its own digest, 64 bits that tell its record from others. */
export const wordsPerLine = 4;
export const bytesPerLine = 4 * wordsPerLine;

/** Writes the first 64 bits of the SHA-256 of a row's cells as two words. */
export function digestLine(line: string, words: Uint32Array, at: number): void {
  const bytes = hash('sha256', line, 'binary');
  words[at] = wordAt(bytes, 0);
  words[at + 1] = wordAt(bytes, 4);
}

const wordAt = (bytes: string, at: number): number =>
  (bytes.charCodeAt(at) << 24) |
  (bytes.charCodeAt(at + 1) << 16) |
  (bytes.charCodeAt(at + 2) << 8) |
  bytes.charCodeAt(at + 3);

/** Writes which record of which firm a row speaks of: equal for equal records, else almost surely not. */
export function digestRecord(firm: string, sourceKey: string, words: Uint32Array, at: number): void {
  let mixed = 0x811c9dc5;
  for (let i = 0; i < firm.length; i += 1) mixed = Math.imul(mixed ^ firm.charCodeAt(i), 0x01000193);
  words[at] = Number.parseInt(sourceKey.slice(0, 8), 16) ^ mixed;
  words[at + 1] = Number.parseInt(sourceKey.slice(8, 16), 16) ^ Math.imul(mixed, 0x9e3779b1);
}

/** Finds rows of a growing table of words by two of them. */
export class WordIndex {
  readonly #slots: Int32Array;
  readonly #mask: number;

  /** `at`: where in a row's words the two begin. */
  constructor(
    readonly words: Uint32Array,
    readonly at: number,
    capacity: number,
  ) {
    const slots = 2 ** Math.ceil(Math.log2(Math.max(8, capacity * 1.4)));
    this.#slots = new Int32Array(slots).fill(-1);
    this.#mask = slots - 1;
  }

  /** The number of the row with these words, or -1. */
  find(high: number, low: number): number {
    const { words, at } = this;
    for (let slot = low & this.#mask; ; slot = (slot + 1) & this.#mask) {
      const no = this.#slots[slot] as number;
      if (no === -1) return -1;
      if (words[no * wordsPerLine + at] === high && words[no * wordsPerLine + at + 1] === low) return no;
    }
  }

  /** Forgets every row, so that the table can be filled anew. */
  clear(): void {
    this.#slots.fill(-1);
  }

  add(no: number): void {
    let slot = (this.words[no * wordsPerLine + this.at + 1] as number) & this.#mask;
    while (this.#slots[slot] !== -1) slot = (slot + 1) & this.#mask;
    this.#slots[slot] = no;
  }
}

/** How full the table of digests may be: fuller, and a search passes over many others. */
const mostFull = 0.85;

/**
 * The rows of an item that were taken in before, found again by 64 bits of their SHA-256: a row that says what it said
 * at an earlier time changes nothing and need not be read. The digests themselves are the table, some 9.5 bytes a row;
 * which record a row speaks of stays in the stored notes.
 */
export class LineMemory {
  readonly #digests: Uint32Array;
  readonly #met: Uint8Array;
  readonly #slots: number;
  #count = 0;
  #metAny = false;

  constructor(capacity: number) {
    this.#slots = Math.ceil(capacity / mostFull) + 8;
    this.#digests = new Uint32Array(2 * this.#slots);
    this.#met = new Uint8Array(Math.ceil(this.#slots / 8));
  }

  /** How many different rows are known. */
  get count(): number {
    return this.#count;
  }

  /** Whether a row that was taken in before came again. */
  get hasMetAny(): boolean {
    return this.#metAny;
  }

  /** Takes in stored notes, at most as many as there is room for. */
  load(notes: Buffer): void {
    for (let at = 0; at < notes.length; at += bytesPerLine)
      this.#add(notes.readUInt32LE(at), notes.readUInt32LE(at + 4));
  }

  /** Nothing but zeros marks an empty place: a row with that digest is read each time. */
  #add(high: number, low: number): void {
    if (high === 0 && low === 0) return;
    const slot = this.#find(high, low);
    if (this.#digests[2 * slot] === high && this.#digests[2 * slot + 1] === low) return;
    this.#digests[2 * slot] = high;
    this.#digests[2 * slot + 1] = low;
    this.#count += 1;
  }

  /** The place of a digest, or the empty place where it would stand. */
  #find(high: number, low: number): number {
    const digests = this.#digests;
    let slot = Math.trunc((high / 2 ** 32) * this.#slots);
    for (;;) {
      const foundHigh = digests[2 * slot];
      const foundLow = digests[2 * slot + 1];
      if ((foundHigh === high && foundLow === low) || (foundHigh === 0 && foundLow === 0)) return slot;
      slot = slot + 1 === this.#slots ? 0 : slot + 1;
    }
  }

  #slotOf(high: number, low: number): number {
    if (this.#count === 0 || (high === 0 && low === 0)) return -1;
    const slot = this.#find(high, low);
    return this.#digests[2 * slot] === high && this.#digests[2 * slot + 1] === low ? slot : -1;
  }

  /** Whether the row of this digest was taken in before; if so it counts as met. */
  meet(high: number, low: number): boolean {
    const slot = this.#slotOf(high, low);
    if (slot < 0) return false;
    this.#met[slot >> 3] = (this.#met[slot >> 3] as number) | (1 << (slot & 7));
    this.#metAny = true;
    return true;
  }

  /** Whether one of these stored notes is of a row that was met and speaks of one of the records. */
  hasMet(notes: Buffer, records: RecordSet): boolean {
    for (let at = 0; at < notes.length; at += bytesPerLine) {
      const slot = this.#slotOf(notes.readUInt32LE(at), notes.readUInt32LE(at + 4));
      if (slot < 0 || ((this.#met[slot >> 3] as number) & (1 << (slot & 7))) === 0) continue;
      if (records.has(notes.readUInt32LE(at + 8), notes.readUInt32LE(at + 12))) return true;
    }
    return false;
  }
}

/** Records that a delivery tells of in rows that are not known; looked for once all are in. */
export class RecordSet {
  #keys = new Float64Array(1_024);
  #count = 0;
  #isSorted = false;

  get isEmpty(): boolean {
    return this.#count === 0;
  }

  add(high: number, low: number): void {
    if (this.#count === this.#keys.length) {
      const larger = new Float64Array(this.#keys.length * 2);
      larger.set(this.#keys);
      this.#keys = larger;
    }
    this.#keys[this.#count++] = keyOf(high, low);
    this.#isSorted = false;
  }

  has(high: number, low: number): boolean {
    if (!this.#isSorted) this.#keys.subarray(0, this.#count).sort();
    this.#isSorted = true;
    const key = keyOf(high, low);
    let from = 0;
    let to = this.#count;
    while (from < to) {
      const middle = (from + to) >>> 1;
      if ((this.#keys[middle] as number) < key) from = middle + 1;
      else to = middle;
    }
    return from < this.#count && this.#keys[from] === key;
  }
}

/** 53 bits, as many as a number holds. */
const keyOf = (high: number, low: number): number => high * 2_097_152 + (low >>> 11);
