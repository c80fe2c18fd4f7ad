import type { FeatureFact } from '~/domain/feature/definition.ts';
import type { EnterpriseId } from '~/domain/kernel/id.ts';
import { earliestRepair, kindsIn } from '~/domain/repair/regime.ts';
import type { RepairDays } from '~/domain/score/what-if/action.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { readRepairRegimes } from '~/server/repair/read-regimes.ts';
import { kindsOfPenalties } from '~/server/repair/store.ts';

/** When each of these records of a firm can be repaired at the earliest; one that cannot be is not in it. */
export async function readRepairDays(
  tx: Tx,
  enterpriseId: EnterpriseId,
  facts: readonly FeatureFact[],
): Promise<ReadonlyMap<string, RepairDays>> {
  const regimes = await readRepairRegimes(tx);
  const kinds = new Map((await kindsOfPenalties(tx, enterpriseId)).map((row) => [row.factId, row.kinds]));
  const today = clock.today();
  return new Map(
    facts.flatMap((fact): [string, RepairDays][] => {
      const days = earliestRepair(regimes, { ...fact, kinds: kindsIn(kinds.get(fact.id)) }, today);
      return days ? [[fact.id, days]] : [];
    }),
  );
}
