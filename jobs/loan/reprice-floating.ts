import type { Day } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import type { Tx } from '~/server/db/client.ts';
import { repriceLoans } from '~/server/loan/reprice-loans.ts';

/** A new day: floating loans whose contract date it is take the prime rate of the day. */
export async function repriceFloating(tx: Tx, today: Day): Promise<void> {
  await repriceLoans(tx, system('loan.reprice'), today);
}
