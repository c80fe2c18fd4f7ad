import type { Day } from '~/domain/kernel/day.ts';
import { chaseWithdrawals } from '~/server/consent/chase-withdrawals.ts';
import { endRetention } from '~/server/consent/end-retention.ts';
import type { Tx } from '~/server/db/client.ts';

/** Once a day: what recipients may no longer keep is called in, and who does not acknowledge is chased. */
export async function chaseRecipients(tx: Tx, today: Day): Promise<void> {
  await endRetention(tx, today);
  await chaseWithdrawals(tx, today);
}
