import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { findBatch } from '~/server/record/store-deliveries.ts';
import { refusals } from '~/text/all-refusals.ts';
import type { Locale } from '~/text/define.ts';
import { wordRefusal } from '~/text/refusal.ts';

/** What became of a batch, for a machine. What is not the actor's does not exist. */
export function readBatch(actor: Actor, id: string, locale: Locale) {
  return withActor(actor, async (tx): Promise<Result<Read, { readonly code: 'record.batch-not-found' }>> => {
    const row = await findBatch(tx, id);
    return row ? accept(readOf(row, locale)) : refuse({ code: 'record.batch-not-found' });
  });
}

type Read = ReturnType<typeof readOf>;
type Row = NonNullable<Awaited<ReturnType<typeof findBatch>>>;

const readOf = (row: Row, locale: Locale) => ({
  id: row.id,
  item: row.item,
  state: row.state,
  receivedAt: row.received_at.toISOString(),
  read: row.rows_read,
  accepted: row.rows_accepted,
  duplicate: row.rows_duplicate,
  quarantined: row.rows_quarantined,
  waiting: row.waiting,
  replayOf: row.replay_of,
  refusal: row.refusal && { code: row.refusal.code, message: wordRefusal(refusals, row.refusal, locale) },
});
