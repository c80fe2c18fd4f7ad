import type { Catalogue, Named } from '~/domain/catalogue/item.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { readCatalogue } from '~/server/catalogue/store.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import {
  type BatchView,
  nameOf,
  type QuarantineView,
  viewOfBatch,
  viewOfQuarantined,
} from '~/server/record/batch-view.ts';
import {
  type BatchRow,
  findBatch,
  findItemDeliveries,
  findQuarantine,
  findReplays,
  type RowCursor,
} from '~/server/record/store-deliveries.ts';

export type BatchPage = {
  readonly batch: BatchView & {
    readonly refusal: { readonly code: string } | null;
    readonly format: BatchRow['format'];
    readonly charset: string | null;
    readonly fileHash: string;
    readonly fileBytes: number;
    readonly contentHash: string | null;
    readonly firms: number;
    readonly receiver: string | null;
    readonly finishedAt: string | null;
  };
  readonly items: readonly {
    readonly name: Named;
    readonly read: number;
    readonly accepted: number;
    readonly duplicate: number;
    readonly quarantined: number;
  }[];
  readonly rows: readonly QuarantineView[];
  readonly next: string | null;
  readonly replays: readonly {
    readonly id: string;
    readonly at: string;
    readonly read: number;
    readonly accepted: number;
    readonly state: string;
  }[];
};

const pageSize = 25;

/** A batch with its counts and its quarantine. What is not the actor's does not exist. */
export function showBatch(
  actor: Actor,
  id: string,
  after?: RowCursor,
): Promise<Result<BatchPage, { readonly code: 'record.batch-not-found' }>> {
  return withActor(actor, async (tx) => {
    const batch = await findBatch(tx, id);
    if (!batch) return refuse({ code: 'record.batch-not-found' });
    const catalogue = await readCatalogue(tx, clock.today());
    const rows = await findQuarantine(tx, id, after ?? null, pageSize + 1);
    const shown = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? shown.at(-1) : undefined;
    return accept({
      batch: { ...viewOfBatch(batch, catalogue), ...fileOf(batch) },
      items: await itemsOf(tx, id, catalogue),
      rows: shown.map((row) => viewOfQuarantined(row, catalogue)),
      next: last ? `${last.row_no}_${last.record_no}` : null,
      replays: await replaysOf(tx, id),
    });
  });
}

const fileOf = (row: BatchRow) => ({
  refusal: row.refusal,
  format: row.format,
  charset: row.charset,
  fileHash: row.file_hash,
  fileBytes: Number(row.file_bytes),
  contentHash: row.content_hash,
  firms: row.firms_touched,
  receiver: row.receiver,
  finishedAt: row.finished_at?.toISOString() ?? null,
});

async function itemsOf(tx: Tx, id: string, catalogue: Catalogue) {
  const deliveries = await findItemDeliveries(tx, id);
  return deliveries.map((each) => ({
    name: nameOf(catalogue, each.item),
    read: each.rowsRead,
    accepted: each.rowsAccepted,
    duplicate: each.rowsDuplicate,
    quarantined: each.rowsQuarantined,
  }));
}

async function replaysOf(tx: Tx, id: string) {
  const replays = await findReplays(tx, id);
  return replays.map((each) => ({
    id: each.id,
    at: each.receivedAt.toISOString(),
    read: each.rowsRead,
    accepted: each.rowsAccepted,
    state: each.state,
  }));
}
