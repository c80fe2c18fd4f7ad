import { type Result, refuse } from '~/domain/kernel/result.ts';
import type { Person } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type KeyReused, type Once, onceOnly } from '~/server/platform/once-only.ts';
import { type Mended, type ReplayRefusal, replayRows } from '~/server/record/replay-rows.ts';
import { findBatchHead, findWaitingRows } from '~/server/record/store-received.ts';
import type { RawRow } from '~/server/record/store-stage.ts';

type Change = {
  readonly row: number;
  readonly record: number;
  readonly cells: { readonly [column: string]: string };
};
type Pushed = { readonly batchId: string; readonly state: 'received' };
type PushReplayRefusal =
  | ReplayRefusal
  | KeyReused
  | { readonly code: 'record.mend-unknown'; readonly rows: readonly string[] };

/** Quarantined records of a batch that a machine sends in again, with cells changed by column or as they are. */
export function pushReplay(
  actor: Person,
  batchId: string,
  changes: readonly Change[] | undefined,
  once: Once,
): Promise<Result<Pushed, PushReplayRefusal>> {
  return onceOnly(actor, once, async (keep): Promise<Result<Pushed, PushReplayRefusal>> => {
    const mended = changes && (await mendedBy(actor, batchId, changes));
    if (mended && !mended.ok) return mended;
    const answer = (id: string): Pushed => ({ batchId: id, state: 'received' });
    const replay = { batchId, ...(mended && { mended: mended.value }) };
    const next = await replayRows(actor, replay, (tx, id) => keep(tx, answer(id)));
    return next.ok ? { ok: true, value: answer(next.value) } : next;
  });
}

async function mendedBy(
  actor: Person,
  batchId: string,
  changes: readonly Change[],
): Promise<Result<Mended[], PushReplayRefusal>> {
  const head = await withActor(actor, (tx) => findBatchHead(tx, batchId));
  if (!head) return refuse({ code: 'record.batch-not-found' });
  const waiting = await withActor(actor, (tx) => findWaitingRows(tx, batchId));
  const rows = new Map(waiting.map((row) => [`${row.rowNo}.${row.recordNo}`, row.raw as unknown as RawRow]));
  const unknown = changes
    .filter(({ row, record }) => !rows.has(`${row}.${record}`))
    .map(({ row }) => String(row));
  if (unknown.length > 0) return refuse({ code: 'record.mend-unknown', rows: unknown.slice(0, 10) });
  const value = changes.map(({ row, record, cells }) => ({
    rowNo: row,
    recordNo: record,
    cells: (rows.get(`${row}.${record}`) ?? []).map(([column, cell]) => cells[column] ?? cell),
  }));
  return { ok: true, value };
}
