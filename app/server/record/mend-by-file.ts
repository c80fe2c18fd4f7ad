import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { DeliveryRefused, type FileRefusal } from '~/server/record/delivery-refused.ts';
import { openDelivery } from '~/server/record/open-delivery.ts';
import type { OpenFile } from '~/server/record/open-file.ts';
import { type Mended, type ReplayRefusal, replayRows } from '~/server/record/replay-rows.ts';
import { findBatchHead, findWaitingRows } from '~/server/record/store-received.ts';
import type { RawRow } from '~/server/record/store-stage.ts';
import { rejectRowNames, unguarded } from '~/text/record-rejects.ts';

export type MendRefusal =
  | ReplayRefusal
  | FileRefusal
  | { readonly code: 'record.mend-no-row-column' }
  | { readonly code: 'record.mend-repeated'; readonly row: string }
  | { readonly code: 'record.mend-unknown'; readonly rows: readonly string[] };

type Line = { readonly place: string; readonly cells: ReadonlyMap<string, string> };

/**
 * Takes the rejects of a batch back as the file that was downloaded, mended: each line finds its record by the number of
 * its row, columns that say what was wrong are ignored, and records that the file leaves out go on waiting. The value is
 * the id of the batch that they go in as; which record came from which row of which batch stays on record.
 */
export async function mendByFile(
  actor: Actor,
  batchId: string,
  content: Uint8Array,
): Promise<Result<string, MendRefusal>> {
  const head = await withActor(actor, (tx) => findBatchHead(tx, batchId));
  if (!head) return refuse({ code: 'record.batch-not-found' });
  const lines = await linesOf(content);
  if (!lines.ok) return lines;
  const waiting = await withActor(actor, (tx) => findWaitingRows(tx, batchId));
  const byPlace = new Map(waiting.map((row) => [placeOf(row), row]));
  const unknown = lines.value.filter(({ place }) => !byPlace.has(place)).map(({ place }) => place);
  if (unknown.length > 0) return refuse({ code: 'record.mend-unknown', rows: unknown.slice(0, 10) });
  const mended = lines.value.map(({ place, cells }): Mended => {
    const { rowNo, recordNo, raw } = byPlace.get(place) as (typeof waiting)[number];
    const row = raw as unknown as RawRow;
    return { rowNo, recordNo, cells: row.map(([column, cell]) => cells.get(column) ?? cell) };
  });
  return replayRows(actor, { batchId, mended });
}

const placeOf = ({ rowNo, recordNo }: { rowNo: number; recordNo: number }): string =>
  recordNo === 0 ? String(rowNo) : `${rowNo}.${recordNo}`;

async function linesOf(content: Uint8Array): Promise<Result<Line[], MendRefusal>> {
  try {
    const options = { encoding: 'auto', expected: rejectRowNames, dates: [], maxBytes: 100_000_000 } as const;
    return await placed(await openDelivery(once(content), options));
  } catch (fault) {
    if (fault instanceof DeliveryRefused) return refuse(fault.refusal as FileRefusal);
    throw fault;
  }
}

async function placed({ header, rows }: OpenFile): Promise<Result<Line[], MendRefusal>> {
  const at = header.findIndex((name) => rejectRowNames.includes(name.trim()));
  if (at < 0) return refuse({ code: 'record.mend-no-row-column' });
  const lines = new Map<string, Line>();
  for await (const cells of rows) {
    const place = (cells[at] ?? '').trim();
    if (lines.has(place)) return refuse({ code: 'record.mend-repeated', row: place });
    const named = header.map((name, i) => [name.trim(), unguarded(cells[i] ?? '')] as const);
    lines.set(place, { place, cells: new Map(named) });
  }
  return lines.size === 0 ? refuse({ code: 'record.nothing-to-replay' }) : accept([...lines.values()]);
}

async function* once(content: Uint8Array) {
  yield content;
}
