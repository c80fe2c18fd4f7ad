import { aDay, anAccount, keeper } from '#tests/factories/ledger.ts';
import { migrate } from '~/cli/boot/migrate.ts';
import { type OpenDatabase, openDatabase } from '~/cli/boot/open-database.ts';
import { withClient } from '~/cli/boot/sql-client.ts';
import { fen } from '~/domain/kernel/money.ts';
import { insist } from '~/domain/kernel/result.ts';
import type { AccountId } from '~/domain/ledger/account.ts';
import { readerOf } from '~/server/db/batch-client.ts';
import { postTransfer } from '~/server/ledger/post-transfer.ts';

export type DurableLedger = {
  readonly database: OpenDatabase;
  readonly pools: AccountId[];
  readonly banks: AccountId[];
};

/** A throwaway database whose commits reach the disk, with funded pools and banks that they pay. */
export async function openDurableLedger(accounts: number, fundFen: bigint): Promise<DurableLedger> {
  const database = await openDatabase({ throwaway: true, durable: true });
  await migrate(database.ownerUrl);
  return withClient(database.batchUrl, async (client) => {
    const tx = { $queryRaw: readerOf(client) };
    const treasury = await anAccount(tx, 'treasury');
    const pools: AccountId[] = [];
    const banks: AccountId[] = [];
    for (let i = 0; i < accounts; i += 1) {
      const pool = await anAccount(tx, 'pool');
      const legs = [{ from: treasury, to: pool, amount: fen(fundFen) }];
      const funded = { key: `fund-${i}`, kind: 'bench.funded', effectiveOn: aDay, legs };
      insist(await postTransfer(tx, keeper, funded));
      pools.push(pool);
      banks.push(await anAccount(tx, 'bank'));
    }
    return { database, pools, banks };
  });
}
