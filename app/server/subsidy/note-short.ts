import type { PostRefusal } from '~/domain/ledger/refusal.ts';
import type { Tx } from '~/server/db/client.ts';
import { changeRun } from '~/server/subsidy/store-runs.ts';

/** Keeps on the run why the ledger would not pay: the code, and for a pool that is short the fen that are missing. */
export async function noteShort(tx: Tx, runId: string, refusal: PostRefusal): Promise<void> {
  const missing = refusal.code === 'ledger.account-short' ? ` ${refusal.account} ${refusal.missingFen}` : '';
  await changeRun(tx, runId, { note: `${refusal.code}${missing}` });
}
