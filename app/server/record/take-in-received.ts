import type { Mapping, MappingTable } from '~/domain/record/mapping.ts';
import type { Actor } from '~/server/access/actor.ts';
import { clock } from '~/server/clock.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { Encoding } from '~/server/record/delivery-refused.ts';
import { openDelivery } from '~/server/record/open-delivery.ts';
import type { OpenFile } from '~/server/record/open-file.ts';
import { readCheckWorld } from '~/server/record/read-check-context.ts';
import { columnNames, dateColumns, tableNamed } from '~/server/record/read-mapping.ts';
import type { BatchHead } from '~/server/record/store-batch.ts';
import {
  findBatchHead,
  findFile,
  findReplayedRows,
  type ReplayedRow,
} from '~/server/record/store-received.ts';
import { findUploadOfBatch, readParts } from '~/server/record/store-upload.ts';
import { takeIn } from '~/server/record/take-in.ts';
import { mostUploadText } from '~/server/record/upload-limits.ts';

type Source = { readonly table: MappingTable; open(): Promise<OpenFile> };

/**
 * Takes in a file or a replay that waits since it was handed in on the web. One that is no longer waiting is left
 * alone, so that a repeated job changes nothing. Refused and quarantined rows are kept with the batch.
 */
export async function takeInReceived(actor: Actor, batchId: string): Promise<void> {
  const head = await withActor(actor, (tx) => findBatchHead(tx, batchId));
  if (head?.state !== 'received') return;
  const { mapping, table } = tableNamed(head.mapping);
  const { state: _, ...batch } = head;
  const source = head.replayOf
    ? await replaySource(actor, head, table)
    : await fileSource(actor, head, table);
  const world = await readCheckWorld(clock.today());
  const item = (head.item && world.catalogue.get(head.item)) || null;
  await takeIn(world, {
    head: batch,
    actor,
    mapping,
    item,
    origin: originOf(mapping),
    announced: true,
    ...source,
  });
}

/** Firms of a data set belong to it; those that a register names come from the register. */
export const originOf = (mapping: Mapping): string =>
  mapping.firms === 'data-set' ? mapping.name : 'register';

async function fileSource(actor: Actor, head: BatchHead, table: MappingTable): Promise<Source> {
  const columns = { expected: columnNames(table), dates: dateColumns(table) };
  const upload = await withActor(actor, (tx) => findUploadOfBatch(tx, head.batchId));
  if (upload) {
    const options = { ...columns, encoding: upload.encoding, maxBytes: mostUploadText };
    return {
      table,
      open: () =>
        openDelivery(
          readParts(upload, (work) => withActor(actor, work)),
          options,
        ),
    };
  }
  const file = await withActor(actor, (tx) => findFile(tx, head.batchId));
  if (!file) throw new Error(`batch ${head.batchId} has no file`);
  const options = { ...columns, encoding: file.encoding as Encoding, maxBytes: 200_000_000 };
  return { table, open: () => openDelivery(chunked(file.content), options) };
}

async function* chunked(content: Uint8Array) {
  for (let at = 0; at < content.length; at += 65_536) yield content.subarray(at, at + 65_536);
}

/** Only the records at fault are read again, not the others of their rows. */
async function replaySource(actor: Actor, head: BatchHead, table: MappingTable): Promise<Source> {
  const rows = await withActor(actor, (tx) => findReplayedRows(tx, head.batchId));
  const items = new Set(rows.map(({ item }) => item));
  const records = table.records.filter(({ item }) => item === '$item' || items.has(item));
  return { table: { ...table, records }, open: async () => openReplay(rows) };
}

function openReplay(rows: readonly ReplayedRow[]): OpenFile {
  const header = [...new Set(rows.flatMap(({ cells }) => cells.map(([column]) => column)))];
  const lines = rows.map(({ cells }) => header.map((column) => new Map(cells).get(column) ?? ''));
  return { header, rows: fromList(lines), receipt: () => ({ hash: '', bytes: 0 }) };
}

async function* fromList<T>(list: readonly T[]) {
  yield* list;
}
