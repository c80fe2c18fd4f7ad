import type { Item } from '~/domain/catalogue/item.ts';
import type { TableReader } from '~/domain/record/bind-table.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';
import { type Chunk, chunkRows, NeedsWhole } from '~/server/record/chunk-rows.ts';
import { collectBetweenChunks, mostGrown } from '~/server/record/collect-between-chunks.ts';
import { cellBreak, type LineMemory, RecordSet, wordsPerLine } from '~/server/record/line-memory.ts';
import type { OpenFile } from '~/server/record/open-file.ts';
import { rawOf } from '~/server/record/stage-rows.ts';
import { type RowCounts, saveItemDelivery } from '~/server/record/store-batch.ts';
import {
  type Merged,
  mergeChunk,
  openChunks,
  refuseContradictions,
  wasDelivered,
} from '~/server/record/store-chunk.ts';
import {
  hasMet,
  loadMemory,
  type MemoryKey,
  memoryKey,
  saveNotes,
} from '~/server/record/store-line-memory.ts';
import { type Fault, keepFaults } from '~/server/record/store-merge.ts';
import type { Delivery } from '~/server/record/take-in.ts';

type Blocks = OpenFile & { readonly blocks: AsyncIterable<string[][]> };

/**
 * Whether a delivery can be taken in chunk by chunk: every row is one record of the item it names, and no row registers
 * a firm that another speaks of.
 */
export function isChunkable(delivery: Delivery, file: OpenFile): file is Blocks {
  const { mapping, table, item, watch } = delivery;
  const [record] = table.records;
  if (!item || !record || !file.blocks || watch || mapping.firms !== 'uscc') return false;
  return table.records.length === 1 && !table.registration && !record.when && !record.skipZero;
}

/**
 * Merges a delivery chunk by chunk while the next one is read, and passes over the rows that were taken in before. The
 * facts, the quarantine and the counts are those of the delivery taken as a whole; where they could differ, because it
 * tells of one record in two ways, it throws `NeedsWhole`; `SomeKnown` where it has to be taken in again, asking first.
 */
export async function takeInChunks(
  tx: BatchTx,
  delivery: Delivery & { readonly item: Item },
  file: Blocks,
  reader: TableReader,
  asksFirst = false,
): Promise<RowCounts> {
  const key = memoryKey(delivery.item, delivery.table, file.header);
  const memory = await loadMemory(tx, key, collectBetweenChunks(mostGrown.load));
  const seemsNew = !asksFirst && memory.count === 0 && !(await wasDelivered(tx, delivery.item));
  await openChunks(tx);
  const taker = new Taker(tx, delivery, file.header, reader.firmColumn, { memory, key, seemsNew });
  const collect = collectBetweenChunks();
  const chunks = chunkRows(file, reader.check, memory);
  let next = chunks.next();
  try {
    for (;;) {
      const { value, done } = await next;
      if (done) break;
      next = chunks.next();
      next.catch(() => undefined); // it is thrown where it is awaited
      await taker.take(value);
      collect();
    }
  } finally {
    await chunks.return(undefined).catch(() => undefined);
  }
  return taker.finish();
}

class Taker {
  #accepted = 0;
  #quarantined = 0;
  #read = 0;
  #part = 0;
  readonly #changed = new RecordSet();

  constructor(
    readonly tx: BatchTx,
    readonly delivery: Delivery & { readonly item: Item },
    readonly header: readonly string[],
    readonly firmColumn: string,
    readonly known: {
      readonly memory: LineMemory;
      readonly key: MemoryKey;
      readonly seemsNew: boolean;
    },
  ) {}

  /** What is personal is not remembered, not even as a digest. */
  get isRemembered(): boolean {
    return this.delivery.item.sensitivity !== 'personal';
  }

  async take(chunk: Chunk): Promise<void> {
    const { head, item } = this.delivery;
    const batch = { batchId: head.batchId, knownAt: head.receivedAt, item };
    const isEmpty = chunk.encoded.rows === 0;
    const merged = isEmpty ? nothingMerged : await mergeChunk(this.tx, batch, chunk, this.known.seemsNew);
    const faults = [
      ...chunk.faults.map((fault) => this.#faultOf(fault)),
      ...this.#strangersOf(chunk, merged),
    ];
    await keepFaults(this.tx, head.batchId, head.providerId, faults);
    this.#read += chunk.read;
    this.#accepted += merged.accepted;
    this.#quarantined += faults.length;
    await this.#remember(chunk, merged);
  }

  async #remember({ rowNos, lines, words }: Chunk, { strangers, undecided }: Merged): Promise<void> {
    const passing = new Set([...strangers.map(({ rowNo }) => rowNo), ...undecided]);
    const notes = new Uint32Array(lines.length * wordsPerLine);
    let kept = 0;
    for (const [i, rowNo] of rowNos.entries()) {
      const at = i * wordsPerLine;
      if (this.known.memory.count > 0) this.#changed.add(words[at + 2] as number, words[at + 3] as number);
      if (passing.has(rowNo) || breaksIn(lines[i] ?? '') !== this.header.length - 1) continue;
      notes.set(words.subarray(at, at + wordsPerLine), kept);
      kept += wordsPerLine;
    }
    if (!this.isRemembered) return;
    const at = { batchId: this.delivery.head.batchId, part: this.#part++ };
    await saveNotes(this.tx, this.known.key, at, Buffer.from(notes.buffer, 0, kept * 4));
  }

  #faultOf({ line, ...fault }: Chunk['faults'][number]): Fault {
    const names = this.header.map((name) => name.trim());
    return { ...fault, raw: rawOf(names, line.split(cellBreak)) };
  }

  /** Rows of firms that nobody knows are at fault, and so is every row that repeats one. */
  #strangersOf({ rowNos, lines, repeats }: Chunk, { strangers }: Merged): Fault[] {
    if (strangers.length === 0) return [];
    const firms = new Map(strangers.map(({ rowNo, firm }) => [rowNo, firm]));
    const item = this.delivery.item.code;
    return rowNos.flatMap((first, i) => {
      const text = firms.get(first);
      if (text === undefined) return [];
      const problem = { code: 'record.firm-unknown', text } as const;
      const line = lines[i] ?? '';
      return [first, ...(repeats.get(i) ?? [])].map((rowNo) =>
        this.#faultOf({ item, column: this.firmColumn, problem, rowNo, line }),
      );
    });
  }

  async finish(): Promise<RowCounts> {
    await refuseContradictions(this.tx);
    if (await hasMet(this.tx, this.known.key, this.known.memory, this.#changed)) throw new NeedsWhole();
    const { head, item } = this.delivery;
    const read = this.#read;
    const [accepted, quarantined] = [this.#accepted, this.#quarantined];
    const counts = { read, accepted, quarantined, duplicate: read - accepted - quarantined };
    await saveItemDelivery(this.tx, head, item, counts);
    return counts;
  }
}

/** How many cell breaks a row holds: more than cells need when a cell holds one itself. */
function breaksIn(line: string): number {
  let count = 0;
  for (let at = line.indexOf(cellBreak); at >= 0; at = line.indexOf(cellBreak, at + 1)) count += 1;
  return count;
}

const nothingMerged: Merged = { accepted: 0, strangers: [], undecided: [] };
