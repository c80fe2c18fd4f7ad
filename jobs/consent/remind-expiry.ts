import type { Day } from '~/domain/kernel/day.ts';
import { remindExpiry } from '~/server/consent/remind-expiry.ts';
import type { Tx } from '~/server/db/client.ts';

/** Once a day: firms hear of consents that end in two weeks. */
export async function remindConsents(tx: Tx, today: Day): Promise<void> {
  await remindExpiry(tx, today);
}
