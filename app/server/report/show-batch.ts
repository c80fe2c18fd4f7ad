import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { Tx } from '~/server/db/client.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findRegion, readSectionNames } from '~/server/enterprise/store-reference.ts';
import { openStorage } from '~/server/platform/storage.ts';
import { type BatchRow, findBatch, findBatches, findParts } from '~/server/report/store-batch.ts';

const listed = 30;

type Missing = { readonly code: 'report.not-found' };

/** The latest batches, and what a new one may choose from. */
export function listBatches(actor: Actor) {
  return withActor(actor, async (tx) => {
    const rows = await findBatches(tx, listed);
    return {
      rows: await Promise.all(rows.map((row) => shown(tx, row))),
      sections: await readSectionNames(tx),
    };
  });
}

export type BatchShown = Awaited<ReturnType<typeof shown>>;

async function shown(tx: Tx, row: BatchRow) {
  const region = row.regionCode ? await findRegion(tx, row.regionCode) : null;
  return {
    id: row.id,
    region: region?.namesZh.join('') ?? null,
    section: row.section,
    state: row.state as 'ordered' | 'running' | 'done',
    done: row.firmsDone,
    total: row.firmsTotal,
    orderedAt: row.orderedAt.toISOString(),
    finishedAt: row.finishedAt?.toISOString() ?? null,
  };
}

/** One batch: how far it has come and the archives that are ready. */
export function showBatch(actor: Actor, id: string) {
  return withActor(actor, async (tx): Promise<Result<BatchPage, Missing>> => {
    const row = await findBatch(tx, id);
    return row ? accept(await pageOf(tx, row)) : refuse({ code: 'report.not-found' });
  });
}

export type BatchPage = Awaited<ReturnType<typeof pageOf>>;

async function pageOf(tx: Tx, row: BatchRow) {
  const parts = await findParts(tx, row.id);
  return {
    ...(await shown(tx, row)),
    sections: await readSectionNames(tx),
    parts: parts.map(({ part, firms, bytes }) => ({ part, firms, bytes })),
  };
}

/** An archive of a batch; each download is logged. */
export async function readBatchPart(
  actor: Actor,
  id: string,
  part: number,
): Promise<Result<{ name: string; type: string; body: Uint8Array }, Missing>> {
  const found = await withActor(actor, async (tx) =>
    (await findParts(tx, id)).find((each) => each.part === part),
  );
  const body = found && (await openStorage().read(found.fileHash));
  if (!body) return refuse({ code: 'report.not-found' });
  await withActor(actor, (tx) =>
    appendAudit(tx, actor, { action: 'report.batch-downloaded', detail: { batchId: id, part } }),
  );
  return accept({ name: `reports-${id.slice(0, 8)}-${part}.zip`, type: 'application/zip', body });
}
