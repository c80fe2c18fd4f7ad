import type { Day } from '~/domain/kernel/day.ts';
import type { Tx } from '~/server/db/client.ts';
import { announceMonth } from '~/server/loan/announce-month.ts';
import { remindMaturity } from '~/server/loan/remind-maturity.ts';

/** A new day: loans that mature within a month are told of, and on the first of a month the list of the last one is. */
export async function chaseMaturity(tx: Tx, today: Day): Promise<void> {
  await remindMaturity(tx, today);
  await announceMonth(tx, today);
}
