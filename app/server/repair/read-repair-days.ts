import type { FeatureFact } from '~/domain/feature/definition.ts';
import { earliestRepair } from '~/domain/repair/regime.ts';
import type { RepairDays } from '~/domain/score/what-if/action.ts';
import { clock } from '~/server/clock.ts';
import type { Tx } from '~/server/db/client.ts';
import { readRepairRegimes } from '~/server/repair/read-regimes.ts';

/** When each of these records can be repaired at the earliest; one that cannot be is not in it. */
export async function readRepairDays(
  tx: Tx,
  facts: readonly FeatureFact[],
): Promise<ReadonlyMap<string, RepairDays>> {
  const regimes = await readRepairRegimes(tx);
  const today = clock.today();
  return new Map(
    facts.flatMap((fact): [string, RepairDays][] => {
      const days = earliestRepair(regimes, fact, today);
      return days ? [[fact.id, days]] : [];
    }),
  );
}
