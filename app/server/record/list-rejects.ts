import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findBatch, findQuarantine } from '~/server/record/store-deliveries.ts';
import type { RejectedRow } from '~/text/record-rejects.ts';

/** Beyond this the file is cut: whoever has more faulty rows has one fault, not many. */
const most = 50_000;

/** The waiting quarantine of a batch for the provider's own desk: rows as they came, with what is wrong. */
export function listRejects(
  actor: Actor,
  id: string,
): Promise<Result<{ fileName: string; rows: RejectedRow[] }, { readonly code: 'record.batch-not-found' }>> {
  return withActor(actor, async (tx) => {
    const batch = await findBatch(tx, id);
    if (!batch) return refuse({ code: 'record.batch-not-found' });
    const rows = await findQuarantine(tx, id, null, most);
    const waiting = rows.filter(({ replay_batch_id }) => replay_batch_id === null);
    return accept({
      fileName: batch.file_name,
      rows: waiting.map((row) => ({
        rowNo: row.row_no,
        ...(row.record_no > 0 && { recordNo: row.record_no }),
        column: row.column_name,
        problem: { ...row.reason_args, code: row.reason },
        cells: row.raw,
      })),
    });
  });
}
