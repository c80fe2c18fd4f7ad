import { accept, type Result, refuse } from '~/domain/kernel/result.ts';
import type { Actor } from '~/server/access/actor.ts';
import { withActor } from '~/server/db/with-actor.ts';
import { type BankLine, banksOf, entitlementOf } from '~/server/subsidy/show-settlement.ts';
import { findEntitlements } from '~/server/subsidy/store-positions.ts';
import { findRun, sumByBank } from '~/server/subsidy/store-runs.ts';

const most = 100_000;

/** Every entitlement of a settlement, for a file. */
export function exportSettlement(actor: Actor, id: string) {
  return withActor(actor, async (tx): Promise<Result<Exported, { code: 'subsidy.run-not-found' }>> => {
    const run = await findRun(tx, id);
    if (!run) return refuse({ code: 'subsidy.run-not-found' });
    return accept({
      quarter: run.quarter,
      banks: banksOf(await sumByBank(tx, id)),
      rows: (await findEntitlements(tx, id, most, 0)).map(entitlementOf),
    });
  });
}

type Exported = {
  readonly quarter: string;
  readonly banks: readonly BankLine[];
  readonly rows: readonly ReturnType<typeof entitlementOf>[];
};
