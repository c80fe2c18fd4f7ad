import { createHash, randomUUID } from 'node:crypto';
import { canonicalJson } from '~/domain/kernel/hash.ts';
import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import { type Actor, asPerson } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { recordChange } from '~/server/db/record-change.ts';
import { withActor } from '~/server/db/with-actor.ts';
import type { BatchHead } from '~/server/record/store-batch.ts';
import {
  addReceived,
  claimRow,
  findBatchHead,
  findWaitingRows,
  type RowKey,
} from '~/server/record/store-received.ts';
import type { RawRow } from '~/server/record/store-stage.ts';

/** A record to mend, with its new cells in the order of its row. */
export type Mended = RowKey & { readonly cells: readonly string[] };

export type Replay = {
  readonly batchId: string;
  /** What to mend; all that wait, unchanged, when left out. */
  readonly mended?: Mended | readonly Mended[];
};

export type ReplayRefusal =
  | { readonly code: 'record.batch-not-found' }
  | { readonly code: 'record.nothing-to-replay' };

/**
 * Sends quarantined records in again as a batch of their own: one with mended cells, or all that wait, as after the
 * register has named a firm that was unknown. The rows leave the quarantine at once; what is still at fault comes back
 * with the new batch. Returns the id of the new batch; `also` writes in
 * the same transaction.
 */
export function replayRows(
  actor: Actor,
  replay: Replay,
  also?: (tx: Tx, batchId: string) => Promise<void>,
): Promise<Result<string, ReplayRefusal>> {
  return withActor(actor, async (tx) => {
    const head = await findBatchHead(tx, replay.batchId);
    if (!head) return refuse({ code: 'record.batch-not-found' });
    const rows = await rowsOf(tx, replay);
    if (rows.length === 0) return refuse({ code: 'record.nothing-to-replay' });
    const next = nextHead(actor, head);
    await addReceived(tx, { head: next, receipt: receiptOf(rows) });
    for (const row of rows) {
      const claim = { replayBatchId: next.batchId, fixed: row.cells, at: next.receivedAt };
      // Rows claimed since they were read belong to another replay; the whole of this one is then taken back.
      if (!(await claimRow(tx, replay.batchId, row, claim))) throw new Error('a row was replayed meanwhile');
    }
    const detail = { batchId: next.batchId, replayOf: replay.batchId, rows: rows.length };
    await appendAudit(tx, actor, { action: 'record.replayed', detail });
    await recordChange(tx, actor, {
      kind: 'record.replayed',
      institutionId: head.providerId,
      subjectId: next.batchId,
      jobs: [{ name: 'record.take-in', payload: { batchId: next.batchId } }],
    });
    await also?.(tx, next.batchId);
    return accept(next.batchId);
  });
}

type Row = RowKey & { readonly cells: RawRow };

async function rowsOf(tx: Tx, { batchId, mended }: Replay): Promise<Row[]> {
  const waiting = await findWaitingRows(tx, batchId);
  const rows = waiting.map(({ rowNo, recordNo, raw }) => ({
    rowNo,
    recordNo,
    cells: raw as unknown as RawRow,
  }));
  if (!mended) return rows;
  const wanted = new Map([mended].flat().map((each) => [`${each.rowNo}.${each.recordNo}`, each.cells]));
  return rows.flatMap((row) => {
    const cells = wanted.get(`${row.rowNo}.${row.recordNo}`);
    return cells
      ? [{ ...row, cells: row.cells.map(([column], i) => [column, cells[i] ?? ''] as const) }]
      : [];
  });
}

function nextHead(actor: Actor, { state: _, ...head }: BatchHead & { state: string }): BatchHead {
  const { userId } = asPerson(actor);
  return {
    ...head,
    batchId: randomUUID(),
    receivedBy: userId,
    receivedAt: clock.now(),
    replayOf: head.batchId,
  };
}

function receiptOf(rows: readonly Row[]) {
  const text = canonicalJson(rows.map(({ cells }) => cells));
  return { hash: createHash('sha256').update(text).digest('hex'), bytes: Buffer.byteLength(text) };
}
