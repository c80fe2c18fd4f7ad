import type { Item } from '~/domain/catalogue/item.ts';
import { type Canonical, canonicalJson, sha256 } from '~/domain/kernel/hash.ts';
import type { MappingTable } from '~/domain/record/mapping.ts';
import type { BatchTx } from '~/server/db/batch-client.ts';
import { bytesPerLine, LineMemory, type RecordSet } from '~/server/record/line-memory.ts';

/** Beyond so many rows of one item all are read: the memory of them (57 MB) would be too large for a worker. */
const mostLines = 6_000_000;

/** So many fill megabytes. */
const manyLines = 200_000;

/** Under what the rows of an item were read: another item version, mapping or header may read them otherwise. */
export type MemoryKey = { readonly item: Item; readonly shape: string };

export const memoryKey = (item: Item, table: MappingTable, header: readonly string[]): MemoryKey => ({
  item,
  shape: sha256(canonicalJson([item, table, header] as unknown as Canonical)),
});

/** What was taken in of the item before, read under the same terms. */
export async function loadMemory(
  { client }: BatchTx,
  { item, shape }: MemoryKey,
  collect: (atOnce?: boolean) => void,
): Promise<LineMemory> {
  await client.query('delete from delivered_lines where item = $1 and shape <> $2', [item.code, shape]);
  const { rows } = await client.query<{ bytes: number }>(
    `select coalesce(sum(octet_length(lines)), 0)::float8 as bytes from delivered_lines where item = $1`,
    [item.code],
  );
  const lines = (rows[0]?.bytes ?? 0) / bytesPerLine;
  if (lines > mostLines) return new LineMemory(0);
  if (lines > manyLines) collect(true); // what the delivery before left makes room
  const memory = new LineMemory(lines);
  for await (const notes of readNotes(client, item.code)) {
    memory.load(notes);
    collect();
  }
  return memory;
}

/**
 * Whether a row that was taken in before and came again speaks of one of the records that other rows of the delivery tell
 * of too. The stored notes are gone through once more, piece by piece, instead of being held all the while.
 */
export async function hasMet(
  { client }: BatchTx,
  { item }: MemoryKey,
  memory: LineMemory,
  records: RecordSet,
): Promise<boolean> {
  if (!memory.hasMetAny || records.isEmpty) return false;
  for await (const notes of readNotes(client, item.code)) if (memory.hasMet(notes, records)) return true;
  return false;
}

/** The stored notes piece by piece; each holds until the next is asked for. */
async function* readNotes(client: BatchTx['client'], item: string): AsyncGenerator<Buffer> {
  const { rows: parts } = await client.query<{ batch_id: string; part: number }>(
    `select batch_id, part from delivered_lines where item = $1`,
    [item],
  );
  let read = Buffer.alloc(0);
  for (const { batch_id, part } of parts) {
    const { rows } = await client.query<{ lines: string }>(
      `select encode(lines, 'base64') as lines from delivered_lines where item = $1 and batch_id = $2 and part = $3`,
      [item, batch_id, part],
    );
    const { lines } = rows[0] ?? { lines: '' };
    if (read.length < lines.length) read = Buffer.allocUnsafeSlow(lines.length);
    yield read.subarray(0, read.write(lines, 'base64'));
  }
}

/** Keeps a part of a batch's notes; one that brought nothing new leaves none. */
export async function saveNotes(
  { client }: BatchTx,
  { item, shape }: MemoryKey,
  { batchId, part }: { readonly batchId: string; readonly part: number },
  lines: Buffer,
): Promise<void> {
  if (lines.length === 0) return;
  await client.query(
    `insert into delivered_lines (provider_id, item, batch_id, part, shape, lines) values ($1, $2, $3, $4, $5, $6)`,
    [item.providerId, item.code, batchId, part, shape, lines],
  );
}
