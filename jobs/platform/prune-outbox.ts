import { addDays, type Day, startOf } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';

/** Orders that the queue took over are kept for a month, to refill a queue that was lost. */
const keepDays = 30;

export async function pruneOutbox(tx: Tx, today: Day): Promise<void> {
  await tx.$executeRaw`delete from outbox where relayed_at < ${startOf(addDays(today, -keepDays))}`;
}
