import { addDays, type Day, startOf } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';

/** Orders that are done are kept for a month; those that are not, until they are. */
const keepDays = 30;

export async function pruneOutbox(tx: Tx, today: Day): Promise<void> {
  await tx.$executeRaw`delete from outbox where done_at < ${startOf(addDays(today, -keepDays))}`;
}
