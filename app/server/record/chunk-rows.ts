import type { RowChecker } from '~/domain/record/bind-table.ts';
import { isQuarantined, type Quarantined } from '~/domain/record/draft.ts';
import { type EncodedChunk, StageEncoder } from '~/server/record/encode-stage.ts';
import {
  cellBreak,
  digestLine,
  digestRecord,
  type LineMemory,
  WordIndex,
  wordsPerLine,
} from '~/server/record/line-memory.ts';

/** A record at fault, with its row as it came (cells joined by `cellBreak`). */
export type ChunkFault = Quarantined & { readonly rowNo: number; readonly line: string };

/** Rows of a delivery, as many as are merged in one go; rows that are known already are only counted. */
export type Chunk = {
  readonly encoded: EncodedChunk;
  /** Of each encoded record its row number, its row as it came, and its words (see `LineMemory`). */
  readonly rowNos: readonly number[];
  readonly lines: readonly string[];
  readonly words: Uint32Array;
  readonly faults: readonly ChunkFault[];
  /** Numbers of the rows that repeat an encoded one word for word, by its place. */
  readonly repeats: ReadonlyMap<number, readonly number[]>;
  readonly read: number;
};

/** Thrown where a delivery must be seen as a whole: it may describe one record in two ways. */
export class NeedsWhole extends Error {}

/** Rows that are merged in one go: enough for set-based work, few enough to be held twice. */
export const rowsPerChunk = 16_384;

type Rows = { readonly header: readonly string[]; readonly blocks: AsyncIterable<string[][]> };

/** Checks rows and packs them into chunks; only for tables whose rows are one record each. */
export async function* chunkRows(file: Rows, check: RowChecker, memory: LineMemory): AsyncGenerator<Chunk> {
  const packer = new Packer(check, memory, file.header.length);
  for await (const block of file.blocks)
    for (const cells of block) {
      packer.add(cells);
      if (packer.isFull) yield packer.take();
    }
  yield packer.take();
}

class Packer {
  readonly #encoder = new StageEncoder();
  #rowNos: number[] = [];
  #lines: string[] = [];
  #faults: ChunkFault[] = [];
  #repeats = new Map<number, number[]>();
  /** Two tables take turns: that of a chunk is read while it is merged and the next one is filled. */
  readonly #tables = [indexed(), indexed()] as const;
  #turn = 0;
  #read = 0;
  #rowNo = 0;

  constructor(
    readonly check: RowChecker,
    readonly memory: LineMemory,
    readonly width: number,
  ) {}

  get #records(): WordIndex {
    return this.#tables[this.#turn & 1] as WordIndex;
  }

  get #words(): Uint32Array {
    return this.#records.words;
  }

  get isFull(): boolean {
    return this.#lines.length + this.#faults.length >= rowsPerChunk;
  }

  add(cells: readonly string[]): void {
    this.#rowNo += 1;
    this.#read += 1;
    const line = cells.join(cellBreak);
    const words = this.#words;
    const at = this.#lines.length * wordsPerLine;
    digestLine(line, words, at);
    if (cells.length === this.width && this.memory.meet(words[at] as number, words[at + 1] as number)) return;
    const { firm, records } = this.check(cells);
    const record = records[0];
    if (!record || records.length > 1) throw new Error('a row of this table is one record');
    if (isQuarantined(record)) this.#faults.push({ ...record, rowNo: this.#rowNo, line });
    else if (firm !== null) {
      digestRecord(firm, record.sourceKey, words, at + 2);
      if (this.#isNew(line, at)) this.#encoder.add(this.#rowNo, firm, record);
    }
  }

  /** The same row counts once; another row of the same record is in doubt. */
  #isNew(line: string, at: number): boolean {
    const before = this.#records.find(this.#words[at + 2] as number, this.#words[at + 3] as number);
    if (before >= 0 && this.#lines[before] !== line) throw new NeedsWhole();
    if (before >= 0) {
      this.#repeats.set(before, [...(this.#repeats.get(before) ?? []), this.#rowNo]);
      return false;
    }
    this.#lines.push(line);
    this.#rowNos.push(this.#rowNo);
    this.#records.add(this.#lines.length - 1);
    return true;
  }

  take(): Chunk {
    const chunk = {
      encoded: this.#encoder.take(),
      rowNos: this.#rowNos,
      lines: this.#lines,
      words: this.#words,
      faults: this.#faults,
      repeats: this.#repeats,
      read: this.#read,
    };
    this.#rowNos = [];
    this.#lines = [];
    this.#faults = [];
    this.#repeats = new Map();
    this.#turn += 1;
    this.#records.clear();
    this.#read = 0;
    return chunk;
  }
}

const indexed = () => new WordIndex(new Uint32Array(rowsPerChunk * wordsPerLine), 2, rowsPerChunk);
