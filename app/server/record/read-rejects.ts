import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findBatch, findQuarantine } from '~/server/record/store-deliveries.ts';
import type { Locale } from '~/text/define.ts';
import { recordProblems } from '~/text/record-refusals.ts';
import { wordRefusal } from '~/text/refusal.ts';

const pageSize = 200;

/** The quarantine of a batch for a machine, page by page; `after` is the `next` of the page before. */
export function readRejects(actor: Actor, id: string, after: string | null, locale: Locale) {
  const [rowNo, recordNo] =
    /^(\d{1,9})_(\d{1,4})$/
      .exec(after ?? '')
      ?.slice(1)
      .map(Number) ?? [];
  const cursor = rowNo === undefined || recordNo === undefined ? null : { rowNo, recordNo };
  return withActor(actor, async (tx): Promise<Result<Page, { readonly code: 'record.batch-not-found' }>> => {
    if (!(await findBatch(tx, id))) return refuse({ code: 'record.batch-not-found' });
    const rows = await findQuarantine(tx, id, cursor, pageSize + 1);
    const shown = rows.slice(0, pageSize);
    const last = rows.length > pageSize ? shown.at(-1) : undefined;
    const next = last ? `${last.row_no}_${last.record_no}` : null;
    return accept({ rejects: shown.map((row) => rejectOf(row, locale)), next });
  });
}

type Page = { readonly rejects: readonly ReturnType<typeof rejectOf>[]; readonly next: string | null };
type Row = Awaited<ReturnType<typeof findQuarantine>>[number];

const rejectOf = (row: Row, locale: Locale) => ({
  row: row.row_no,
  record: row.record_no,
  column: row.column_name,
  problem: {
    code: row.reason,
    message: wordRefusal(recordProblems, { ...row.reason_args, code: row.reason }, locale),
  },
  cells: Object.fromEntries(row.raw),
  sentAgainIn: row.replay_batch_id,
});
