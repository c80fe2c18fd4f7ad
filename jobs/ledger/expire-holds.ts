import { system } from '~/server/access/actor.ts';
import { appendAudit } from '~/server/audit/append-audit.ts';
import type { Tx } from '~/server/db/client.ts';
import { expireHolds } from '~/server/ledger/expire-holds.ts';

const atATime = 500;

/** Money set aside for whatever did not come in time is free again, once the stages have given back their own. */
export async function expireLedgerHolds(tx: Tx): Promise<void> {
  let holds = 0;
  for (let ended = atATime; ended === atATime; holds += ended) ended = await expireHolds(tx, atATime);
  if (holds > 0)
    await appendAudit(tx, system('ledger.expire-holds'), {
      action: 'ledger.holds-expired',
      detail: { holds },
    });
}
