import { clock } from '~/server/clock.ts';
import type { Reader } from '~/server/db/client.ts';
import { callExpireHolds } from '~/server/ledger/store.ts';

/** Gives back up to `most` holds whose last day is over, the oldest first; says how many. The platform does so daily. */
export const expireHolds = (tx: Reader, most = 500): Promise<number> =>
  callExpireHolds(tx, clock.today(), clock.now(), most);
