import type { Day } from '~/domain/kernel/day.ts';
import { system } from '~/server/access/actor.ts';
import { lapseClaims } from '~/server/compensation/lapse-claims.ts';
import type { Tx } from '~/server/db/client.ts';

/** Money that was reserved and not paid in time goes to whoever waits next. */
export const lapseHolds = (tx: Tx, today: Day): Promise<void> =>
  lapseClaims(tx, system('compensation.lapse-holds'), today);
